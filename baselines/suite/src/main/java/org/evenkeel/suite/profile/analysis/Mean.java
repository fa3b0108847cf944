package org.evenkeel.suite.profile.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.kernel.Interval;

/**
 * The mean over forks, or the difference of two such means.
 *
 * @param value the mean or the difference
 * @param interval that holds the true one with 95 % confidence; empty for fewer than two forks
 */
public record Mean(double value, Optional<Interval> interval) {

    private static final double CONFIDENCE = 0.95;

    /** The mean of one value per fork, with Student's interval. */
    public static Mean of(double[] forks) {
        double mean = Arrays.stream(forks).average().orElse(0);
        if (forks.length < 2) {
            return new Mean(mean, Optional.empty());
        }
        return with(mean, variance(forks) / forks.length, forks.length - 1.0);
    }

    /** The mean of {@code after} less that of {@code before}, with Welch's interval (1947, doi:10.2307/2332510). */
    public static Mean difference(double[] before, double[] after) {
        double difference = Arrays.stream(after).average().orElse(0)
                - Arrays.stream(before).average().orElse(0);
        if (before.length < 2 || after.length < 2) {
            return new Mean(difference, Optional.empty());
        }
        double first = variance(before) / before.length;
        double second = variance(after) / after.length;
        double variance = first + second;
        double degreesOfFreedom = variance == 0
                ? before.length + after.length - 2.0
                : variance * variance / (first * first / (before.length - 1) + second * second / (after.length - 1));
        return with(difference, variance, degreesOfFreedom);
    }

    /** Whether the interval lies wholly above 0. */
    public boolean isSurelyAbove() {
        return interval.isPresent() && interval.get().lower() > 0;
    }

    /** Whether the interval lies wholly below 0. */
    public boolean isSurelyBelow() {
        return interval.isPresent() && interval.get().upper() < 0;
    }

    private static Mean with(double value, double variance, double degreesOfFreedom) {
        return new Mean(
                value,
                Optional.of(
                        variance == 0
                                ? new Interval(value, value, CONFIDENCE)
                                : new Estimate(value, Math.sqrt(variance), degreesOfFreedom).interval(CONFIDENCE)));
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
