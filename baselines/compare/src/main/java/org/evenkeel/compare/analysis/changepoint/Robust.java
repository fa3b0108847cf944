package org.evenkeel.compare.analysis.changepoint;

import java.util.Arrays;

/** Centre and spread that a few outliers do not move. */
public final class Robust {

    /** What the median absolute deviation of normal values is multiplied by to be their standard deviation. */
    private static final double NORMAL = 1.4826;

    private Robust() {}

    /** The median; of the two in the middle, where their number is even, the mean. At least one value. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median absolute deviation from the median, scaled to be a standard deviation where values are normal. */
    public static double deviation(double[] values) {
        double center = median(values);
        return NORMAL
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - center))
                        .toArray());
    }

    /**
     * The values with each outlier pulled in: none lies further from the median of itself and its neighbours than three
     * deviations.
     *
     * @param reach how many neighbours on either side count
     */
    static double[] winsorized(double[] values, int reach) {
        int n = values.length;
        double[] local = new double[n];
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            local[i] = median(Arrays.copyOfRange(values, Math.max(0, i - reach), Math.min(n, i + reach + 1)));
            residuals[i] = values[i] - local[i];
        }
        double most = 3 * deviation(residuals);
        for (int i = 0; i < n; i++) {
            local[i] += Math.max(-most, Math.min(most, residuals[i]));
        }
        return local;
    }
}
