package org.evenkeel.baselines.analysis;

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

    /** The smallest change that {@code estimate}'s noise lets one find with the probability {@link #POWER}. */
    public double minimumDetectableEffect(Estimate estimate) {
        return minimumEffect + estimate.margin(alpha / questions) + estimate.margin(1 - POWER);
    }

    /**
     * Whether the noise alone passes the margin: with nothing changed, one run in {@code 1 / alpha} would end with some
     * benchmark as noisy as this outside the margin. Nothing is learnt from its not being equivalent.
     */
    public boolean isTooNoisy(Estimate estimate) {
        return estimate.margin(alpha) + estimate.margin(alpha / questions) > margin;
    }

    /**
     * The standard error at which an estimate that stays where it is would be decided one way or another; 0 where none
     * would do.
     */
    public double decisiveStandardError(Estimate estimate) {
        double distance = Math.abs(estimate.difference());
        double toRegression = (distance - minimumEffect) / estimate.quantile(alpha / questions);
        double toEquivalence = (margin - distance) / estimate.quantile(alpha);
        return Math.max(0, Math.max(toRegression, toEquivalence));
    }
}
