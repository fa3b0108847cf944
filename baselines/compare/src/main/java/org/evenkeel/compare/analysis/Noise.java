package org.evenkeel.compare.analysis;

/**
 * What is known about the noise of one metric of one benchmark before its two sides are looked at.
 *
 * @param session variance of session means of unchanged code, moderated; its degrees of freedom are above 0
 * @param fork what the benchmarks of this comparison say about forks of one session
 * @param source where {@code session} comes from
 */
public record Noise(Variance session, VariancePrior fork, NoiseSource source) {

    public Noise {
        if (!session.isKnown()) {
            throw new IllegalArgumentException("session noise has no degrees of freedom");
        }
    }
}
