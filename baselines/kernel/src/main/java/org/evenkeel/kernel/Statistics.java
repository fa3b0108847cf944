package org.evenkeel.kernel;

import java.util.Arrays;
import java.util.Random;

/** Order statistics: centre and spread that a few outliers do not move. Those of values that are not sorted sort a copy. */
public final class Statistics {

    /** What the median absolute deviation of normal values is multiplied by to be their standard deviation. */
    private static final double NORMAL = 1.4826;

    private Statistics() {}

    /** The median; of the two in the middle, where their number is even, the mean. At least one value. */
    public static double median(double[] values) {
        return medianOfSorted(sorted(values), values.length);
    }

    /**
     * The median absolute deviation from the median, scaled to be a standard deviation where values are normal (Hampel 1974,
     * doi:10.2307/2285666). At least one value.
     */
    public static double deviation(double[] values) {
        return deviationOfSorted(sorted(values), values.length);
    }

    /**
     * The median of values that are sorted already.
     *
     * @param sorted ascending
     * @param count how many of them count, from the first on; at least one
     */
    public static double medianOfSorted(double[] sorted, int count) {
        int middle = count / 2;
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The deviation of values that are sorted already, as {@link #medianOfSorted}: those nearest to the median are taken from it outwards. */
    public static double deviationOfSorted(double[] sorted, int count) {
        double center = medianOfSorted(sorted, count);
        int right = count / 2;
        int left = right - 1;
        double before = 0;
        double distance = 0;
        for (int taken = 0; taken <= count / 2; taken++) {
            before = distance;
            double below = left >= 0 ? center - sorted[left] : Double.POSITIVE_INFINITY;
            double above = right < count ? sorted[right] - center : Double.POSITIVE_INFINITY;
            if (below < above) {
                distance = below;
                left--;
            } else {
                distance = above;
                right++;
            }
        }
        return NORMAL * (count % 2 == 1 ? distance : (before + distance) / 2);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** A generator for drawing pairs; the same pairs each time, so a judgement can be repeated. */
    public static Random pairs() {
        return new Random(20_240_607L);
    }
}
