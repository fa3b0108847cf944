package org.evenkeel.compare.analysis;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Student's t distribution, with a quantile fast enough for ten thousand benchmarks.
 *
 * @param degreesOfFreedom above 0; need not be whole
 */
record StudentT(double degreesOfFreedom) {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    StudentT {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("expected degrees of freedom above 0, found " + degreesOfFreedom);
        }
    }

    /** The probability of a value above {@code t}. */
    double upperTail(double t) {
        double tail = 0.5
                * Beta.regularizedBeta(
                        degreesOfFreedom / (degreesOfFreedom + t * t), 0.5 * degreesOfFreedom, 0.5, 1e-14, 10_000);
        return t >= 0 ? tail : 1 - tail;
    }

    /**
     * The value that is passed with the given probability.
     *
     * @param probability between 0 and 1, neither included
     */
    double upperQuantile(double probability) {
        if (probability > 0.5) {
            return -upperQuantile(1 - probability);
        }
        // Newton on the logarithm of the tail, which is nearly a parabola for many degrees of freedom and nearly a
        // logarithm for few, so that a handful of steps from an approximation do.
        double t = start(-NORMAL.inverseCumulativeProbability(probability));
        double logProbability = Math.log(probability);
        for (int step = 0; step < 200; step++) {
            double tail = upperTail(t);
            double next = t + tail * (Math.log(tail) - logProbability) / density(t);
            if (Math.abs(next - t) <= 1e-12 * Math.max(1, Math.abs(t))) {
                return next;
            }
            t = next;
        }
        return t;
    }

    /** The first terms of the expansion of the quantile around the normal one (Abramowitz and Stegun 26.7.5). */
    private double start(double z) {
        double n = degreesOfFreedom;
        double square = z * z;
        double first = z * (square + 1) / 4;
        double second = z * ((5 * square + 16) * square + 3) / 96;
        return n < 2 ? z : z + first / n + second / (n * n);
    }

    private double density(double t) {
        double n = degreesOfFreedom;
        return Math.exp(Gamma.logGamma(0.5 * (n + 1))
                - Gamma.logGamma(0.5 * n)
                - 0.5 * Math.log(Math.PI * n)
                - 0.5 * (n + 1) * Math.log1p(t * t / n));
    }
}
