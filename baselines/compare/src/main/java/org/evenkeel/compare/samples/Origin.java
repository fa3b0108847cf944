package org.evenkeel.compare.samples;

/**
 * A place in a file, for messages.
 *
 * @param source the file's display name
 * @param line counted from 1
 */
public record Origin(String source, int line) {

    @Override
    public String toString() {
        return source + ":" + line;
    }
}
