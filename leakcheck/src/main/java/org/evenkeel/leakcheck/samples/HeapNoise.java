package org.evenkeel.leakcheck.samples;

import java.util.Locale;
import org.evenkeel.leakcheck.plan.HeapSource;

/** What readings of the heap contain that is not the workload's. */
public enum HeapNoise {
    /** Nothing: what counts the objects leaves none behind. */
    NONE,
    /** A little with each reading, from counting inside the JVM or from a harness beside the workload. */
    MACHINERY,
    /** Garbage of all kinds. */
    GARBAGE;

    /** That of a workload alone in its JVM. */
    public static HeapNoise of(HeapSource source) {
        return switch (source) {
            case HISTOGRAM -> NONE;
            case DIAGNOSTIC_COMMAND -> MACHINERY;
            case JFR, MXBEAN, NOTIFICATIONS -> GARBAGE;
        };
    }

    /** The name in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of this name in results; of the source where it has none. */
    public static HeapNoise labelled(String label, HeapSource source) {
        for (HeapNoise noise : values()) {
            if (noise.label().equals(label)) {
                return noise;
            }
        }
        return of(source);
    }
}
