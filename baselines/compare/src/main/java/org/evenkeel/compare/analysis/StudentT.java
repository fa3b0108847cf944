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
        // logarithm for few, so that a handful of steps from an approximation do. Each has twice as many digits as the
        // one
        // before, so that a step this small is the last one that is needed.
        double t = start(-NORMAL.inverseCumulativeProbability(probability));
        double logProbability = Math.log(probability);
        double logDensityAtZero = logDensityAtZero();
        for (int step = 0; step < 200; step++) {
            double tail = upperTail(t);
            double density =
                    Math.exp(logDensityAtZero - 0.5 * (degreesOfFreedom + 1) * Math.log1p(t * t / degreesOfFreedom));
            double next = t + tail * (Math.log(tail) - logProbability) / density;
            if (Math.abs(next - t) <= 1e-7 * Math.max(1, Math.abs(t))) {
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
        double third = z * (((3 * square + 19) * square + 17) * square - 15) / 384;
        double fourth = z * ((((79 * square + 776) * square + 1_482) * square - 1_920) * square - 945) / 92_160;
        // The terms grow with the quantile; where few degrees of freedom make them too large, the first two are nearer.
        return n < 2
                ? z
                : square < 2 * n
                        ? z + (first + (second + (third + fourth / n) / n) / n) / n
                        : z + (first + second / n) / n;
    }

    private double logDensityAtZero() {
        double n = degreesOfFreedom;
        return Gamma.logGamma(0.5 * (n + 1)) - Gamma.logGamma(0.5 * n) - 0.5 * Math.log(Math.PI * n);
    }
}
