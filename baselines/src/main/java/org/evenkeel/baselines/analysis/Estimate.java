package org.evenkeel.baselines.analysis;

import org.evenkeel.leakcheck.analysis.Interval;

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

    /** The p-value of "not worse by more than {@code threshold}"; small when it is. */
    public double pWorseThan(double threshold) {
        return distribution().upperTail((difference - threshold) / standardError);
    }

    /** The p-value of "not better by more than {@code threshold}"; small when it is. */
    public double pBetterThan(double threshold) {
        return distribution().upperTail((-difference - threshold) / standardError);
    }

    /**
     * The interval each of whose bounds holds with the given confidence, so that both hold with twice the doubt. It lies
     * within a margin exactly when two one-sided tests say so (Schuirmann 1987, doi:10.1007/BF01068419).
     */
    public Interval interval(double confidenceOfABound) {
        double half = margin(1 - confidenceOfABound);
        return new Interval(difference - half, difference + half, 2 * confidenceOfABound - 1);
    }

    /** How far from the difference the bound lies that is missed with the given probability. */
    public double margin(double alpha) {
        return quantile(alpha) * standardError;
    }

    /** The value of the t distribution behind this estimate that is passed with the given probability. */
    public double quantile(double alpha) {
        return distribution().upperQuantile(alpha);
    }

    private StudentT distribution() {
        return new StudentT(degreesOfFreedom);
    }
}
