package org.evenkeel.compare.samples;

import java.util.List;
import java.util.Set;

/**
 * What one number of a benchmark's result means.
 *
 * @param name {@code score}, a percentile such as {@code p99}, or a secondary result's own name
 * @param unit as the file has it, such as {@code ns/op}
 * @param kind how it is judged
 * @param direction which way it gets worse
 */
public record Metric(String name, String unit, MetricKind kind, Direction direction) {

    /** The name of a benchmark's primary result. */
    public static final String SCORE = "score";

    /** The name of the allocation profiler's bytes per operation. */
    public static final String ALLOCATION = "gc.alloc.rate.norm";

    /** The name of the leak checker's bytes per operation. */
    public static final String LEAK_RATE = "leak.rate";

    /** The percentiles of sample time that are judged. */
    static final List<Percentile> PERCENTILES = List.of(
            new Percentile("p50", 0.5, MetricKind.TIME),
            new Percentile("p90", 0.9, MetricKind.TIME),
            new Percentile("p95", 0.95, MetricKind.TIME),
            new Percentile("p99", 0.99, MetricKind.TIME),
            // A fork of a few seconds has too few calls beyond it to judge anything by.
            new Percentile("p99.9", 0.999, MetricKind.INFORMATIVE));

    private static final Set<String> EXACT = Set.of(ALLOCATION, "footprint", LEAK_RATE);

    /** What a metric's name alone says of it, where no result gives a unit. */
    public static Metric named(String name) {
        return name.equals(LEAK_RATE)
                ? new Metric(name, "B/op", MetricKind.EXACT, Direction.SMALLER_IS_BETTER)
                : new Metric(name, "", MetricKind.INFORMATIVE, Direction.SMALLER_IS_BETTER);
    }

    /** Whether a metric of this name is nearly free of noise and of the machine. */
    public static boolean isExact(String name) {
        return EXACT.contains(name);
    }

    /** The metric of a primary result. */
    static Metric score(String unit, Direction direction) {
        return new Metric(SCORE, unit, MetricKind.TIME, direction);
    }

    /** The metric of a secondary result; its name has lost the decoration that old versions of JMH gave it. */
    static Metric secondary(String name, String unit) {
        return new Metric(
                name,
                unit,
                isExact(name) ? MetricKind.EXACT : MetricKind.INFORMATIVE,
                unit.startsWith("ops/") ? Direction.LARGER_IS_BETTER : Direction.SMALLER_IS_BETTER);
    }

    /** The metric of a percentile of sample time. */
    static Metric percentile(Percentile percentile, String unit) {
        return new Metric(percentile.name(), unit, percentile.kind(), Direction.SMALLER_IS_BETTER);
    }

    /**
     * A percentile that is read from the histogram of a fork.
     *
     * @param name such as {@code p99}
     * @param rank the share of calls that took no longer, between 0 and 1
     * @param kind whether it is judged
     */
    record Percentile(String name, double rank, MetricKind kind) {}
}
