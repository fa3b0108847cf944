package org.evenkeel.suite.report.scaling;

import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Form;

/**
 * One path in one form.
 *
 * @param method name of the form, or of the benchmark's method
 * @param threads callers at once, at least 1
 * @param throughput of all callers together, operations in a second
 * @param p50 seconds that half of the calls stay within
 * @param p99 seconds that all but one in a hundred stay within
 */
public record ScalingPoint(
        String method, int threads, OptionalDouble throughput, OptionalDouble p50, OptionalDouble p99) {

    /** From there on the slowest calls are another story than the usual one. */
    public static final double WIDE_TAIL = 5;

    /** Whether the caller hands over many requests at once. */
    public boolean isBatch() {
        return method.equals(Form.BATCH.method());
    }

    /** What an axis calls it. */
    public String label() {
        if (method.equals(Form.SINGLE.method()) || isBatch()) {
            return threads == 1 ? method : method + ", " + threads + " threads";
        }
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    /** How many times the usual call a slow one takes; empty where a percentile is not known. */
    public OptionalDouble tail() {
        return p50.isPresent() && p99.isPresent() && p50.getAsDouble() > 0
                ? OptionalDouble.of(p99.getAsDouble() / p50.getAsDouble())
                : OptionalDouble.empty();
    }

    /** What is known of either of two halves of the same point. */
    ScalingPoint or(ScalingPoint other) {
        return new ScalingPoint(
                method,
                threads,
                throughput.isPresent() ? throughput : other.throughput,
                p50.isPresent() ? p50 : other.p50,
                p99.isPresent() ? p99 : other.p99);
    }
}
