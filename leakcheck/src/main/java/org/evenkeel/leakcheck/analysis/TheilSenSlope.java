package org.evenkeel.leakcheck.analysis;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.Statistics;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * The median of the slopes between all pairs of points (Sen 1968, doi:10.1080/01621459.1968.10480934): up to 29 % of the
 * points may be anything at all without moving it far.
 *
 * @param perOperation the slope; negative when the quantity shrinks
 * @param interval Sen's interval, from the normal approximation of Kendall's score; it assumes independent points, which
 *     samples of one heap are not, so it never decides by itself
 */
public record TheilSenSlope(double perOperation, Interval interval) {

    /** Beyond this many pairs, as many are drawn instead of taking all. */
    private static final int MOST_PAIRS = 20_000;

    /**
     * Fits the slope of a series.
     *
     * @param series at least 3 points
     * @param confidenceLevel of the interval
     */
    public static TheilSenSlope of(SignalSeries series, double confidenceLevel) {
        int n = series.size();
        if (n < 3) {
            throw new IllegalArgumentException("a slope of " + n + " points; expected at least 3");
        }
        double[] slopes = (long) n * (n - 1) / 2 <= MOST_PAIRS ? allSlopes(series) : drawnSlopes(series);
        Arrays.sort(slopes);
        return new TheilSenSlope(Statistics.median(slopes), interval(slopes, n, confidenceLevel));
    }

    private static Interval interval(double[] sorted, int n, double confidenceLevel) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidenceLevel) / 2);
        double kendallSigma = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        // As a share of all pairs, so that it holds for drawn pairs too.
        double half = z * kendallSigma / (n * (n - 1.0) / 2) / 2;
        int lower = (int) Math.round(sorted.length * (0.5 - half)) - 1;
        int upper = (int) Math.round(sorted.length * (0.5 + half));
        return new Interval(
                lower < 0 ? Double.NEGATIVE_INFINITY : sorted[lower],
                upper >= sorted.length ? Double.POSITIVE_INFINITY : sorted[upper],
                confidenceLevel);
    }

    private static double[] allSlopes(SignalSeries series) {
        int n = series.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[next++] = slope(series, i, j);
            }
        }
        return slopes;
    }

    private static double[] drawnSlopes(SignalSeries series) {
        Random random = Statistics.pairs();
        double[] slopes = new double[MOST_PAIRS];
        for (int k = 0; k < slopes.length; k++) {
            int i = random.nextInt(series.size());
            int j = random.nextInt(series.size() - 1);
            slopes[k] = j < i ? slope(series, j, i) : slope(series, i, j + 1);
        }
        return slopes;
    }

    private static double slope(SignalSeries series, int i, int j) {
        return (series.value(j) - series.value(i)) / (series.operations(j) - series.operations(i));
    }
}
