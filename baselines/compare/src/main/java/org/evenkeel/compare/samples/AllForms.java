package org.evenkeel.compare.samples;

/** What rows of all forms of one hot path together are about. Their numbers are those of the current side, the base's being 1. */
public enum AllForms {
    /** The time per operation. */
    TIME("score.together", MetricKind.TIME),
    /** Bytes allocated per operation. */
    ALLOCATION("gc.alloc.rate.norm.together", MetricKind.EXACT);

    /** What takes the place of a form in the name of the benchmark. */
    public static final String BENCHMARK = "allForms";

    private final String metric;
    private final MetricKind kind;

    AllForms(String metric, MetricKind kind) {
        this.metric = metric;
        this.kind = kind;
    }

    /** The metric of such a row. */
    public Metric metric() {
        return new Metric(metric, "x", kind, Direction.SMALLER_IS_BETTER);
    }

    /** Whether a metric is this one. */
    public boolean is(Metric other) {
        return other.name().equals(metric);
    }
}
