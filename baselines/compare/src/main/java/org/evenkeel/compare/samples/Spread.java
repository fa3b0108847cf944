package org.evenkeel.compare.samples;

import java.util.Arrays;

/**
 * Where nearly all of some numbers lie, such as the iterations of a series: a tenth of them is left out at either end.
 *
 * @param low in the unit of the numbers
 * @param high not below {@code low}, unless one of them is no number
 */
public record Spread(double low, double high) {

    private static final double LEFT_OUT = 0.1;

    /** Of these numbers, at least one. */
    public static Spread of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int out = (int) (LEFT_OUT * sorted.length);
        return new Spread(sorted[out], sorted[sorted.length - 1 - out]);
    }

    /** Both together. */
    public Spread with(Spread other) {
        return new Spread(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** From end to end. */
    public double width() {
        return high - low;
    }

    /** Whether the two lie apart by more than a distance. */
    public boolean isApartFrom(Spread other, double distance) {
        return low > other.high + distance || other.low > high + distance;
    }
}
