package org.evenkeel.leakcheck.plan;

import java.util.Locale;

/** Where the readings of the heap come from. */
public enum HeapSource {
    /** The JVM's own class histogram after a forced collection: exact to the byte, and tells classes apart. */
    HISTOGRAM,
    /** {@code jdk.GCHeapSummary} events of the flight recorder, after a collection. */
    JFR,
    /** The memory bean's used heap after a forced collection. */
    MXBEAN;

    /** The name on the command line and in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
