package org.evenkeel.compare.samples;

import java.util.Arrays;

/**
 * All calls that one fork timed, as values with counts.
 *
 * <p>A fork has one: percentiles of iterations cannot be averaged into percentiles of the fork.
 */
final class ForkHistogram {

    private double[] values = new double[256];
    private long[] counts = new long[256];
    private int size;
    private long total;
    private double[] iterationMeans = new double[8];
    private int iterations;
    private int iterationStart;

    void add(double value, long count) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        values[size] = value;
        counts[size] = count;
        size++;
        total = Math.addExact(total, count);
    }

    /** Ends an iteration: what was added since the last one was its own. */
    void endIteration() {
        if (iterationStart == size) {
            return;
        }
        double sum = 0;
        long calls = 0;
        for (int i = iterationStart; i < size; i++) {
            sum += values[i] * counts[i];
            calls += counts[i];
        }
        if (iterations == iterationMeans.length) {
            iterationMeans = Arrays.copyOf(iterationMeans, 2 * iterations);
        }
        iterationMeans[iterations++] = sum / calls;
        iterationStart = size;
    }

    /** Mean time of a call in each iteration, in the order in which they ran. */
    double[] iterationMeans() {
        return Arrays.copyOf(iterationMeans, iterations);
    }

    /** All its calls, at least one. */
    Distribution calls() {
        return Distribution.of(values, counts, size);
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** Mean time of a call. */
    double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i] * counts[i];
        }
        return sum / total;
    }
}
