package org.evenkeel.compare.analysis.changepoint;

import java.util.Arrays;
import org.evenkeel.kernel.Statistics;

/** Values far from their neighbours. */
final class Outliers {

    private Outliers() {}

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
            local[i] =
                    Statistics.median(Arrays.copyOfRange(values, Math.max(0, i - reach), Math.min(n, i + reach + 1)));
            residuals[i] = values[i] - local[i];
        }
        double most = 3 * Statistics.deviation(residuals);
        for (int i = 0; i < n; i++) {
            local[i] += Math.max(-most, Math.min(most, residuals[i]));
        }
        return local;
    }
}
