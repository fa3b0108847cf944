package org.evenkeel.compare.analysis;

/**
 * The comparison of two sides of a metric that is nearly free of noise, in its own unit.
 *
 * <p>The forks of all sessions are taken together: what moves bytes per operation from fork to fork (a decision of the
 * JIT, the harness's own garbage shared out over fewer operations) moves it as much within a session as between two.
 *
 * @param estimate of the difference
 * @param forkVariance variance of one fork, the mean of both sides'
 */
public record ExactComparison(Estimate estimate, double forkVariance) {

    /** How many forks of its own it takes to outweigh the noise that is assumed. */
    private static final double ASSUMED_DEGREES_OF_FREEDOM = 4;

    /** Compares two sides; {@code assumedDeviation} is the deviation of a fork that is assumed, above 0. */
    public static ExactComparison of(Side base, Side current, double assumedDeviation, double worsening) {
        VariancePrior prior = new VariancePrior(assumedDeviation * assumedDeviation, ASSUMED_DEGREES_OF_FREEDOM);
        TimeComparison welch = TimeComparison.ofOneSession(flat(base), flat(current), prior, worsening);
        return new ExactComparison(welch.estimate(), welch.forkVariance());
    }

    private static Side flat(Side side) {
        return new Side(java.util.List.of(side.allForks()));
    }
}
