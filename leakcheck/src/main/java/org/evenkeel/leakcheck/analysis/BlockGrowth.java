package org.evenkeel.leakcheck.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * Growth per operation in each of several blocks of about equally many operations, one after the other: the method of
 * batch means (Schmeiser 1982, doi:10.1287/opre.30.3.556), which stays honest when neighbouring samples depend on each
 * other. Blocks also answer what a single slope cannot: whether growth goes on.
 *
 * @param rates growth per operation of each block, in time order; at least 4
 */
public record BlockGrowth(List<Double> rates) {

    private static final int BLOCKS = 8;
    private static final int LEAST_BLOCKS = 4;

    public BlockGrowth {
        rates = List.copyOf(rates);
        if (rates.size() < LEAST_BLOCKS) {
            throw new IllegalArgumentException(rates.size() + " blocks; expected at least " + LEAST_BLOCKS);
        }
    }

    /**
     * Cuts a series into blocks.
     *
     * @param series at least 9 points
     */
    public static BlockGrowth of(SignalSeries series) {
        int blocks = Math.min(BLOCKS, (series.size() - 1) / 2);
        List<Double> rates = new ArrayList<>();
        int from = 0;
        for (int block = 1; block <= blocks; block++) {
            double end = series.operations(0) + series.span() * block / blocks;
            int to = from + 1;
            int last = series.size() - 1 - (blocks - block);
            while (to < last && Math.abs(series.operations(to + 1) - end) <= Math.abs(series.operations(to) - end)) {
                to++;
            }
            rates.add((series.value(to) - series.value(from)) / (series.operations(to) - series.operations(from)));
            from = to;
        }
        return new BlockGrowth(rates);
    }

    /** The mean rate. */
    public double mean() {
        return mean(0, rates.size());
    }

    /** The mean rate's interval by Student's t. */
    public Interval interval(double confidenceLevel) {
        double mean = mean();
        double variance = rates.stream()
                        .mapToDouble(rate -> (rate - mean) * (rate - mean))
                        .sum()
                / (rates.size() - 1);
        double t = new TDistribution(null, rates.size() - 1.0).inverseCumulativeProbability((1 + confidenceLevel) / 2);
        double half = t * Math.sqrt(variance / rates.size());
        return new Interval(mean - half, mean + half, confidenceLevel);
    }

    /** The mean rate of the later half of the blocks. */
    public double laterHalf() {
        return mean(rates.size() / 2, rates.size());
    }

    /** The mean rate of the earlier half of the blocks. */
    public double earlierHalf() {
        return mean(0, rates.size() / 2);
    }

    /** The mean rate of the last two blocks. */
    public double recent() {
        return mean(rates.size() - 2, rates.size());
    }

    /** How many blocks grew. */
    public int growing() {
        return (int) rates.stream().filter(rate -> rate > 0).count();
    }

    /** Whether there are as many blocks as can be, and each grew at the mean rate, give or take a share of it. */
    public boolean isEven(double share) {
        double mean = mean();
        return mean > 0
                && rates.size() == BLOCKS
                && rates.stream().allMatch(rate -> Math.abs(rate - mean) <= share * mean);
    }

    private double mean(int from, int to) {
        return Arrays.stream(rates.stream().mapToDouble(Double::doubleValue).toArray(), from, to)
                .average()
                .orElseThrow();
    }
}
