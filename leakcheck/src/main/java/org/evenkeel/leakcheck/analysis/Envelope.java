package org.evenkeel.leakcheck.analysis;

import java.util.Arrays;
import org.evenkeel.kernel.Statistics;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * How far the lowest and the highest readings rose from the earlier to the later half of a series. What swings without
 * growing leaves both where they are; what grows raises both; a step raises at least one, wherever it lies.
 *
 * @param riseOfLowest later minus earlier minimum
 * @param riseOfHighest later minus earlier maximum
 * @param sigma robust standard deviation of a reading around its trend
 */
public record Envelope(double riseOfLowest, double riseOfHighest, double sigma) {

    /**
     * Of a series of at least 4 points.
     *
     * @param perOperation the trend around which the deviation is taken
     */
    public static Envelope of(SignalSeries series, double perOperation) {
        int n = series.size();
        double[] earlier = series.values(0, n / 2);
        double[] later = series.values(n / 2, n);
        double[] steps = new double[n - 1];
        for (int i = 1; i < n; i++) {
            steps[i - 1] = series.value(i)
                    - series.value(i - 1)
                    - perOperation * (series.operations(i) - series.operations(i - 1));
        }
        return new Envelope(
                Arrays.stream(later).min().orElseThrow()
                        - Arrays.stream(earlier).min().orElseThrow(),
                Arrays.stream(later).max().orElseThrow()
                        - Arrays.stream(earlier).max().orElseThrow(),
                Statistics.deviation(steps) / Math.sqrt(2));
    }

    /** The larger of the two rises. */
    public double rise() {
        return Math.max(riseOfLowest, riseOfHighest);
    }
}
