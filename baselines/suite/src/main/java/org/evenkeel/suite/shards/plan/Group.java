package org.evenkeel.suite.shards.plan;

import java.util.Comparator;

/**
 * What is measured on one host because it belongs together: all forms of a path, its leak check, and both sides where it is
 * measured in turn with older code.
 *
 * @param path as results name it
 * @param seconds how long it takes, above 0
 */
public record Group(String path, double seconds) {

    /** Longest first; the name decides between equals, so that every host sorts alike. */
    static final Comparator<Group> LONGEST_FIRST =
            Comparator.comparingDouble(Group::seconds).reversed().thenComparing(Group::path);

    public Group {
        if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(path + " takes " + seconds + " s");
        }
    }
}
