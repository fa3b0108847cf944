package org.evenkeel.compare.analysis;

/**
 * The questions that are asked of an estimate, on its own scale.
 *
 * @param minimumEffect a change up to this size is nobody's business; at least 0
 * @param margin two sides that are surely closer than this are called equivalent; above 0
 * @param alpha how often a verdict may be wrong when there is nothing to find
 * @param questions how many benchmarks are asked the same question at once, at least 1
 */
public record Decision(double minimumEffect, double margin, double alpha, int questions) {

    /** What an estimate says to these questions. */
    public Reading of(Estimate estimate) {
        return new Reading(this, estimate);
    }
}
