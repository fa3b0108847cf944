package org.evenkeel.compare.analysis;

/**
 * The comparison of two sides of a noisy metric on the log scale.
 *
 * <p>Two things can make sides of the same code differ: the luck of the forks within a session, and whatever makes two
 * sessions differ. Forks of one session cannot show the second. A history of sessions shows both at once, but can be calmer
 * than today's machine, so the larger of the two variances decides. What is assumed is assumed of the second alone, so there
 * they add up.
 *
 * @param estimate of the log ratio
 * @param source which of the two decided
 * @param sessionVariance variance of one session's mean
 * @param forkVariance variance of one fork, the mean of both sides'
 */
public record TimeComparison(Estimate estimate, NoiseSource source, double sessionVariance, double forkVariance) {

    /**
     * Compares sides that were measured in sessions of their own.
     *
     * @param worsening 1 if larger values are worse, -1 if smaller ones are
     */
    public static TimeComparison ofSessions(Side base, Side current, Noise noise, double worsening) {
        TimeComparison forks = ofOneSession(base, current, noise.fork(), worsening);
        double sessionVariance = noise.session().value();
        double ofSessions = sessionVariance * (1.0 / base.sessionCount() + 1.0 / current.sessionCount());
        boolean forksAreKnown =
                base.forkVariance().isKnown() || current.forkVariance().isKnown();
        double ofForks = forksAreKnown ? Math.pow(forks.estimate.standardError(), 2) : 0;
        double variance = Math.max(ofSessions, ofForks);
        double degreesOfFreedom = ofForks > ofSessions
                ? forks.estimate.degreesOfFreedom()
                : noise.session().degreesOfFreedom();
        if (noise.source() == NoiseSource.ASSUMED) {
            variance = ofSessions + ofForks;
            // Satterthwaite (1946, doi:10.2307/3002019).
            degreesOfFreedom = variance
                    * variance
                    / (ofSessions * ofSessions / noise.session().degreesOfFreedom()
                            + ofForks * ofForks / forks.estimate.degreesOfFreedom());
        }
        return new TimeComparison(
                new Estimate(forks.estimate.difference(), Math.sqrt(variance), degreesOfFreedom),
                ofForks > ofSessions ? NoiseSource.FORKS : noise.source(),
                sessionVariance,
                forks.forkVariance);
    }

    /** The same, no surer than this variance of the difference allows, where it is known. */
    public TimeComparison atLeast(Variance least) {
        double variance = estimate.standardError() * estimate.standardError();
        return least.isKnown() && least.value() > variance
                ? new TimeComparison(
                        new Estimate(
                                estimate.difference(),
                                Math.sqrt(least.value()),
                                Math.min(estimate.degreesOfFreedom(), least.degreesOfFreedom())),
                        NoiseSource.FORKS,
                        sessionVariance,
                        forkVariance)
                : this;
    }

    /**
     * Compares sides that were measured together, fork by fork in turn, so that the session is the same for both: Welch's
     * test (Welch 1947, doi:10.2307/2332510) on moderated variances.
     */
    public static TimeComparison ofOneSession(Side base, Side current, VariancePrior prior, double worsening) {
        Variance ofBase = prior.moderate(base.forkVariance());
        Variance ofCurrent = prior.moderate(current.forkVariance());
        double a = ofBase.value() * base.forkWeight();
        double b = ofCurrent.value() * current.forkWeight();
        double welch = (a + b) * (a + b) / (a * a / ofBase.degreesOfFreedom() + b * b / ofCurrent.degreesOfFreedom());
        // Both sides lean on the same prior, which must not count twice.
        double known = prior.degreesOfFreedom()
                + base.forkVariance().degreesOfFreedom()
                + current.forkVariance().degreesOfFreedom();
        double degreesOfFreedom = Math.min(welch, known);
        double difference = worsening * (current.mean() - base.mean());
        return new TimeComparison(
                new Estimate(difference, Math.sqrt(a + b), degreesOfFreedom),
                NoiseSource.FORKS,
                0,
                (ofBase.value() + ofCurrent.value()) / 2);
    }
}
