package org.evenkeel.leakcheck.analysis;

import java.util.Arrays;
import java.util.Random;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.Statistics;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * Growth per operation and growth per batch, fitted apart. What the workload leaks follows the operations; what the
 * machinery of measuring leaves behind follows the batches. The two can be told apart because batches have different
 * numbers of operations.
 *
 * @param perOperation growth that follows the operations, by the median over pairs of batches of the difference in growth
 *     over the difference in operations; a step or a burst does not move it
 * @param perBatch what then remains per batch, by the median
 * @param perOperationLeastSquares the first of the two by ordinary least squares over the readings themselves, as a
 *     cross-check, with its interval
 */
public record TwoRates(double perOperation, double perBatch, Interval perOperationLeastSquares) {

    private static final int PAIRS = 20_000;

    /**
     * Fits both.
     *
     * @param series at least 5 points
     * @param confidenceLevel of the least-squares interval
     */
    public static TwoRates of(SignalSeries series, double confidenceLevel) {
        int n = series.size();
        if (n < 5) {
            throw new IllegalArgumentException("two rates of " + n + " points; expected at least 5");
        }
        double[] operations = new double[n - 1];
        double[] growth = new double[n - 1];
        for (int i = 1; i < n; i++) {
            operations[i - 1] = series.operations(i) - series.operations(i - 1);
            growth[i - 1] = series.value(i) - series.value(i - 1);
        }
        double perOperation = medianRate(operations, growth);
        double[] rest = new double[growth.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = growth[i] - perOperation * operations[i];
        }
        return new TwoRates(perOperation, Statistics.median(rest), leastSquares(series, confidenceLevel));
    }

    /** Batches of one size say nothing about it, and are passed over; 0 where all are of one size. */
    private static double medianRate(double[] operations, double[] growth) {
        Random random = Statistics.pairs();
        double[] rates = new double[PAIRS];
        int count = 0;
        double leastDifference = 0.25 * Arrays.stream(operations).average().orElse(0);
        for (int k = 0; k < PAIRS; k++) {
            int i = random.nextInt(operations.length);
            int j = random.nextInt(operations.length);
            double difference = operations[j] - operations[i];
            if (Math.abs(difference) >= leastDifference) {
                rates[count++] = (growth[j] - growth[i]) / difference;
            }
        }
        return count == 0 ? 0 : Statistics.median(Arrays.copyOf(rates, count));
    }

    private static Interval leastSquares(SignalSeries series, double confidenceLevel) {
        int n = series.size();
        double scale = series.span() / (n - 1);
        double[][] predictors = new double[n][];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            predictors[i] = new double[] {(series.operations(i) - series.operations(0)) / scale, i};
            values[i] = series.value(i) - series.value(0);
        }
        return LeastSquares.of(predictors, values)
                .map(fit -> fit.interval(1, confidenceLevel).times(1 / scale))
                // All batches are of one size, so the data cannot tell the two apart.
                .orElse(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidenceLevel));
    }
}
