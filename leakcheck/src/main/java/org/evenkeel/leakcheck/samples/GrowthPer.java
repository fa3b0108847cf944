package org.evenkeel.leakcheck.samples;

/** What growth is counted against, and so what the operations of a recording's samples are. */
public enum GrowthPer {

    /** The workload's own operations. */
    OPERATION("operation", "op", 1),

    /** Time, where nobody counts operations: those of the samples are milliseconds. */
    MINUTE("minute", "min", 60_000);

    private final String label;
    private final String symbol;
    private final double counted;

    GrowthPer(String label, String symbol, double counted) {
        this.label = label;
        this.symbol = symbol;
        this.counted = counted;
    }

    /** The word for one. */
    public String label() {
        return label;
    }

    /** The same behind a slash. */
    public String symbol() {
        return symbol;
    }

    /** How many of what the samples count make one, which turns a rate per count into the rate that is shown. */
    public double counted() {
        return counted;
    }
}
