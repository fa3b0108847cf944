package org.evenkeel.baselines.samples;

import java.util.Arrays;

/**
 * Where nearly all iterations of a series lie: a tenth of them is left out at either end.
 *
 * @param low in the unit of the series
 * @param high not below {@code low}, unless one of them is no number
 */
public record Spread(double low, double high) {

    private static final double LEFT_OUT = 0.1;

    /** Of these iterations, at least one. */
    static Spread of(double[] iterations) {
        double[] sorted = iterations.clone();
        Arrays.sort(sorted);
        int out = (int) (LEFT_OUT * sorted.length);
        return new Spread(sorted[out], sorted[sorted.length - 1 - out]);
    }

    /** Both together. */
    public Spread with(Spread other) {
        return new Spread(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Whether the two lie apart by more than a distance. */
    public boolean isApartFrom(Spread other, double distance) {
        return low > other.high + distance || other.low > high + distance;
    }
}
