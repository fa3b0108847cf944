package org.evenkeel.compare.samples.code;

import java.util.Optional;

/**
 * A method that is not the same on both sides; all of one name in a class count as one, as a profiler tells no more.
 *
 * @param className binary name
 * @param name of the method
 * @param kind whether both sides have it
 * @param sourcePath folders of the package and the name of the source file; empty where the class does not say
 * @param firstLine of the method as it is now; 0 where that is not known
 * @param lastLine of the same
 */
public record TouchedMethod(String className, String name, Kind kind, String sourcePath, int firstLine, int lastLine) {

    /** Which sides have it. */
    public enum Kind {
        /** Both, with other bytes. */
        CHANGED,
        /** Only the code as it is now. */
        ADDED,
        /** Only the code as it was. */
        REMOVED
    }

    public TouchedMethod {
        if (firstLine < 0 || lastLine < firstLine) {
            throw new IllegalArgumentException("expected lines in order, found " + firstLine + " to " + lastLine);
        }
    }

    /** What a profiler calls it. */
    public String frame() {
        return className + "." + name;
    }

    /** The name of the source file without its folders. */
    public String sourceFile() {
        return sourcePath.substring(sourcePath.lastIndexOf('/') + 1);
    }

    /** The first line of a diff that lies in it; empty where none does. */
    public Optional<Integer> lineIn(SourceDiff diff) {
        if (sourcePath.isEmpty() || firstLine == 0) {
            return Optional.empty();
        }
        return diff.linesOf(sourcePath)
                .flatMap(lines -> lines.stream()
                        .filter(line -> line >= firstLine && line <= lastLine)
                        .findFirst());
    }
}
