package org.evenkeel.leakcheck.analysis;

import java.util.Arrays;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * Bounds of a rate from the lowest readings only. What is alive is never less than what does not swing, so the lowest readings
 * follow a leak where the others drown in the swing.
 *
 * <p>If growth per operation is {@code r}, the series less {@code r} per operation neither rises nor falls, and its lowest
 * readings lie anywhere. The chance that the lowest {@value #LOWEST} all lie in one given half is then {@code 0.5^8}, below
 * 0.4 %, whatever the swing's distribution. Rates at which they do are excluded, on either side.
 */
final class RankBounds {

    private static final int LOWEST = 8;
    private static final int LEAST_POINTS = 3 * LOWEST;
    private static final int HALVINGS = 60;

    private RankBounds() {}

    /** Of a series; infinite where it has too few points. */
    static Interval of(SignalSeries series) {
        double level = 1 - 2 * Math.pow(0.5, LOWEST);
        int n = series.size();
        double range = Arrays.stream(series.values(0, n)).max().orElse(0)
                - Arrays.stream(series.values(0, n)).min().orElse(0);
        if (n < LEAST_POINTS) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
        }
        // Neighbours differ by at least one operation, so no rate beyond the range moves the order any more.
        double upper = search(series, range);
        double lower = -search(mirrored(series), range);
        return new Interval(Math.min(lower, upper), Math.max(lower, upper), level);
    }

    /** The smallest rate at which all of the lowest readings lie in the later half. */
    private static double search(SignalSeries series, double most) {
        double excludedNot = -most - 1;
        double excluded = most + 1;
        for (int i = 0; i < HALVINGS; i++) {
            double rate = (excludedNot + excluded) / 2;
            if (lowestAreLate(series, rate)) {
                excluded = rate;
            } else {
                excludedNot = rate;
            }
        }
        return excluded;
    }

    private static boolean lowestAreLate(SignalSeries series, double rate) {
        int n = series.size();
        double lowestOfEarlier = Double.POSITIVE_INFINITY;
        double[] later = new double[n - n / 2];
        for (int i = 0; i < n; i++) {
            double less = series.value(i) - rate * (series.operations(i) - series.operations(0));
            if (i < n / 2) {
                lowestOfEarlier = Math.min(lowestOfEarlier, less);
            } else {
                later[i - n / 2] = less;
            }
        }
        Arrays.sort(later);
        return later[LOWEST - 1] < lowestOfEarlier;
    }

    /** The same backwards in time, so that growth becomes shrinking. */
    private static SignalSeries mirrored(SignalSeries series) {
        int n = series.size();
        double[] operations = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            operations[i] = series.operations(n - 1) - series.operations(n - 1 - i);
            values[i] = series.value(n - 1 - i);
        }
        return SignalSeries.of(operations, values);
    }
}
