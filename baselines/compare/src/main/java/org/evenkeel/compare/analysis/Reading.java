package org.evenkeel.compare.analysis;

import org.evenkeel.kernel.Interval;

/** What an estimate says to the questions of a {@link Decision}. */
public final class Reading {

    /** With which probability a change of the minimum detectable size is found. */
    public static final double POWER = 0.8;

    private final Decision decision;
    private final Estimate estimate;
    private final double pValue;
    private final double halfInterval;
    private final double halfIntervalForAll;

    Reading(Decision decision, Estimate estimate) {
        this.decision = decision;
        this.estimate = estimate;
        this.pValue = estimate.pValue();
        this.halfInterval = estimate.margin(decision.alpha() / 2);
        this.halfIntervalForAll = estimate.margin(decision.alpha() / 2 / decision.questions());
    }

    /** What can be answered. */
    public enum Answer {
        /** Surely worse, for all rows together, and by its own interval by more than the minimum effect. */
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

    /** The difference of the sides, with its standard error. */
    public Estimate estimate() {
        return estimate;
    }

    /** The two-sided p-value of "there is no change". */
    public double pValue() {
        return pValue;
    }

    /** The interval that holds the true difference in all but {@code alpha} of cases. */
    public Interval interval() {
        return new Interval(
                estimate.difference() - halfInterval, estimate.difference() + halfInterval, 1 - decision.alpha());
    }

    /**
     * Answers two questions, each with its own measure: whether there is a change at all, for all rows together, and
     * whether it is large, by the interval of this row.
     *
     * @param adjustedPValue of "there is no change", corrected for the number of rows
     */
    public Answer answer(double adjustedPValue) {
        boolean changed = adjustedPValue < decision.alpha();
        if (changed && estimate.difference() - halfInterval > decision.minimumEffect()) {
            return Answer.WORSE;
        }
        if (changed && estimate.difference() + halfInterval < -decision.minimumEffect()) {
            return Answer.BETTER;
        }
        if (Math.abs(estimate.difference()) + halfInterval <= decision.margin()) {
            return Answer.EQUIVALENT;
        }
        return isTooNoisy() ? Answer.TOO_NOISY : Answer.OPEN;
    }

    /** The smallest change that the estimate's noise lets one find with the probability {@link #POWER}. */
    public double minimumDetectableEffect() {
        return Math.max(decision.minimumEffect() + halfInterval, halfIntervalForAll) + estimate.margin(1 - POWER);
    }

    /**
     * The standard error at which an estimate that stays where it is would be decided one way or another; 0 where none
     * would do.
     */
    public double decisiveStandardError() {
        double distance = Math.abs(estimate.difference());
        double large = (distance - decision.minimumEffect()) / halfInterval;
        double sure = distance / halfIntervalForAll;
        double equivalent = (decision.margin() - distance) / halfInterval;
        return estimate.standardError() * Math.max(0, Math.max(Math.min(large, sure), equivalent));
    }

    /**
     * Whether the noise alone passes the margin: with nothing changed, one run in {@code 1 / alpha} would end with some
     * row as noisy as this outside the margin. Nothing is learnt from its not being equivalent.
     */
    private boolean isTooNoisy() {
        return halfInterval + halfIntervalForAll > decision.margin();
    }
}
