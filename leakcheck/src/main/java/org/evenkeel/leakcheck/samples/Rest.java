package org.evenkeel.leakcheck.samples;

import java.time.Duration;

/**
 * What became of growth while hardly any operation was made: what only time ends, such as the life of a cache's entries, shows
 * by itself; what leaks stays.
 *
 * @param lasted how long the workload was left alone
 * @param operations made before
 * @param firstBytes the live heap at the first sample
 * @param beforeBytes the live heap before the rest
 * @param afterBytes the live heap after it
 */
public record Rest(Duration lasted, long operations, long firstBytes, long beforeBytes, long afterBytes) {

    /** Of what had grown, at least so much has to go for the growth to be explained. */
    private static final double EXPLAINED = 0.75;

    /** Whether what had grown went away. */
    public boolean explains() {
        return beforeBytes > firstBytes && beforeBytes - afterBytes >= EXPLAINED * (beforeBytes - firstBytes);
    }

    /** What each operation kept for longer than the rest. */
    public double keptPerOperation() {
        return Math.max(0, afterBytes - firstBytes) / (double) Math.max(1, operations);
    }
}
