package org.evenkeel.compare.samples;

/** How a metric is judged. */
public enum MetricKind {
    /** Noisy, of this machine and JVM: compared on the log scale, in an environment that is the same. */
    TIME,
    /** Nearly free of noise and of the machine: compared as it is, everywhere, with a small tolerance. */
    EXACT,
    /** Worth looking at, never judged. */
    INFORMATIVE
}
