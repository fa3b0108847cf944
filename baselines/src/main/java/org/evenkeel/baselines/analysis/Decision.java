package org.evenkeel.baselines.analysis;

import org.evenkeel.leakcheck.analysis.Interval;

/**
 * The questions that are asked of an estimate, on its own scale.
 *
 * @param minimumEffect a change up to this size is nobody's business; at least 0
 * @param margin two sides that are surely closer than this are called equivalent; above 0
 * @param alpha how often a verdict may be wrong when there is nothing to find
 * @param questions how many benchmarks are asked the same question at once, at least 1
 */
public record Decision(double minimumEffect, double margin, double alpha, int questions) {

    /** With which probability a change of the minimum detectable size is found. */
    public static final double POWER = 0.8;

    /** What an estimate says. */
    public enum Answer {
        /** Surely worse, and surely by more than the minimum effect. */
        WORSE,
        /** The same the other way round. */
        BETTER,
        /** Surely within the margin: two one-sided tests (Schuirmann 1987, doi:10.1007/BF01068419). */
        EQUIVALENT,
        /** Not sure, and with nothing changed it would have been sure that it is equivalent. */
        OPEN,
        /** Not sure, and its noise alone is reason enough. */
        TOO_NOISY
    }

    /**
     * Answers two questions, each with its own measure: whether there is a change at all, for all rows together, and
     * whether it is large, by the interval of this row.
     *
     * @param adjustedPValue of "there is no change", corrected for the number of rows
     */
    public Answer answer(Estimate estimate, double adjustedPValue) {
        Interval interval = estimate.interval(1 - alpha);
        if (adjustedPValue < alpha && interval.lower() > minimumEffect) {
            return Answer.WORSE;
        }
        if (adjustedPValue < alpha && interval.upper() < -minimumEffect) {
            return Answer.BETTER;
        }
        if (interval.isWithin(new Interval(-margin, margin, 1 - alpha))) {
            return Answer.EQUIVALENT;
        }
        return isTooNoisy(estimate) ? Answer.TOO_NOISY : Answer.OPEN;
    }

    /** The smallest change that {@code estimate}'s noise lets one find with the probability {@link #POWER}. */
    public double minimumDetectableEffect(Estimate estimate) {
        double large = minimumEffect + estimate.margin(alpha / 2);
        double sure = estimate.margin(alpha / 2 / questions);
        return Math.max(large, sure) + estimate.margin(1 - POWER);
    }

    /**
     * The standard error at which an estimate that stays where it is would be decided one way or another; 0 where none
     * would do.
     */
    public double decisiveStandardError(Estimate estimate) {
        double distance = Math.abs(estimate.difference());
        double large = (distance - minimumEffect) / estimate.quantile(alpha / 2);
        double sure = distance / estimate.quantile(alpha / 2 / questions);
        double equivalent = (margin - distance) / estimate.quantile(alpha / 2);
        return Math.max(0, Math.max(Math.min(large, sure), equivalent));
    }

    /**
     * Whether the noise alone passes the margin: with nothing changed, one run in {@code 1 / alpha} would end with some
     * row as noisy as this outside the margin. Nothing is learnt from its not being equivalent.
     */
    private boolean isTooNoisy(Estimate estimate) {
        return estimate.margin(alpha / 2) + estimate.margin(alpha / 2 / questions) > margin;
    }
}
