package org.evenkeel.leakcheck.plan;

import java.util.Locale;

/** Where the readings of the heap come from. */
public enum HeapSource {
    /** The JVM's own class histogram after a forced collection: exact to the byte, and tells classes apart. */
    HISTOGRAM,
    /** The same histogram, asked for from inside the checked JVM, which grows a little with each one. */
    DIAGNOSTIC_COMMAND,
    /** {@code jdk.GCHeapSummary} events of the flight recorder, after a collection. */
    JFR,
    /** The memory bean's used heap after a forced collection. */
    MXBEAN,
    /** What a JVM says of the heap after each collection of its own; only of one that is watched. */
    NOTIFICATIONS;

    /** The name on the command line and in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The source of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static HeapSource labelled(String label) {
        for (HeapSource source : values()) {
            if (source.label().equals(label.toLowerCase(Locale.ROOT))) {
                return source;
            }
        }
        throw new IllegalArgumentException(
                "expected histogram, diagnostic-command, jfr or mxbean, found \"" + label + "\"");
    }
}
