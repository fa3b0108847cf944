package org.evenkeel.kernel;

import java.util.Arrays;
import java.util.Random;

/** Order statistics, each of which sorts a copy. */
public final class Statistics {

    /** Makes the median absolute deviation of normal values their standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private Statistics() {}

    /** The middle value, or the mean of the two in the middle; {@code values} is not empty. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Robust standard deviation: the scaled median absolute deviation (Hampel 1974, doi:10.2307/2285666). */
    public static double robustSigma(double[] values) {
        double median = median(values);
        return MAD_TO_SIGMA
                * median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
    }

    /** A generator for drawing pairs; the same pairs each time, so a judgement can be repeated. */
    public static Random pairs() {
        return new Random(20_240_607L);
    }
}
