package org.evenkeel.suite.profile.analysis;

/** Whose work a stack is. */
public enum Place {
    /** Below the entry of the hot path, in the thread of a caller. */
    CALLERS("below the entry"),
    /** Java code in threads that no caller is in, such as the workers of the path. */
    OTHER_THREADS("other threads"),
    /** The JVM itself: compiler, collector. */
    JVM("JVM"),
    /** JMH and the code around the path. */
    HARNESS("harness");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
