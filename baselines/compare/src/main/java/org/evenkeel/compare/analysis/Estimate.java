package org.evenkeel.compare.analysis;

import org.evenkeel.kernel.Interval;

/**
 * A difference between two sides, turned so that positive is worse.
 *
 * @param difference on the log scale for times, in the metric's unit otherwise
 * @param standardError of the difference, above 0
 * @param degreesOfFreedom behind the standard error
 */
public record Estimate(double difference, double standardError, double degreesOfFreedom) {

    public Estimate {
        if (!Double.isFinite(difference) || !(standardError > 0 && degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("not an estimate: difference " + difference + ", standard error "
                    + standardError + ", degrees of freedom " + degreesOfFreedom);
        }
    }

    /** The two-sided p-value of "there is no difference". */
    public double pValue() {
        return Math.min(1, 2 * distribution().upperTail(Math.abs(difference) / standardError));
    }

    /** How likely a difference of this size or a larger one is, where the true one is {@code truth}. */
    public double chanceOfMore(double truth) {
        return distribution().upperTail((difference - truth) / standardError);
    }

    /** The interval that holds the true difference with the given confidence. */
    public Interval interval(double confidenceLevel) {
        double half = margin((1 - confidenceLevel) / 2);
        return new Interval(difference - half, difference + half, confidenceLevel);
    }

    /** How far from the difference the bound lies that is missed with the given probability. */
    public double margin(double alpha) {
        return distribution().upperQuantile(alpha) * standardError;
    }

    private StudentT distribution() {
        return new StudentT(degreesOfFreedom);
    }
}
