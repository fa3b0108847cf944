package org.evenkeel.leakcheck.verdict;

/**
 * Pays for looking more than once: the looks share the error that the whole check is allowed, look number k taking
 * alpha / (k (k + 1)), which sums to alpha over any number of looks (Bonferroni's inequality).
 *
 * @param alpha chance that noise alone passes the size question at any look
 */
public record AlphaSpending(double alpha) {

    public AlphaSpending {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("an error level of " + alpha);
        }
    }

    /** Confidence level of the two-sided interval at this look, counted from 1. */
    public double confidenceLevel(int look) {
        return 1 - 2 * alpha / (look * (look + 1.0));
    }
}
