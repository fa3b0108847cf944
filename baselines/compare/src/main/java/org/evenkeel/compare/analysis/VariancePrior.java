package org.evenkeel.compare.analysis;

import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * What the variances of a family of benchmarks have in common: a scaled inverse chi-square distribution.
 *
 * @param variance the variance that a benchmark without data of its own is taken to have
 * @param degreesOfFreedom how many of its own it takes to outweigh that
 */
public record VariancePrior(double variance, double degreesOfFreedom) {

    /**
     * However alike benchmarks look, they are not the same: a prior that a few agreeing variances make all but certain
     * would take the next one's own noise for chance.
     */
    private static final double MOST_DEGREES_OF_FREEDOM = 10;

    /** Two benchmarks cannot say how much benchmarks differ. */
    static final int FEWEST_BENCHMARKS = 3;

    /** Forks that agree to more digits than a clock has are rounded, not quiet. */
    private static final double LEAST_VARIANCE = 1e-10;

    public VariancePrior {
        if (!(variance > 0 && degreesOfFreedom > 0)) {
            throw new IllegalArgumentException(
                    "variance " + variance + " or degrees of freedom " + degreesOfFreedom + " not above 0");
        }
    }

    /**
     * The prior under which the given variances are most at home: moments of the log variances are matched with those of
     * a scaled F distribution (Smyth 2004, section 6.2).
     *
     * @param assumed the answer when there are too few variances to learn from
     */
    public static VariancePrior fit(Collection<Variance> variances, VariancePrior assumed) {
        List<Variance> known = variances.stream().filter(Variance::isKnown).toList();
        return known.size() < FEWEST_BENCHMARKS ? assumed : fit(known);
    }

    /** The same of variances that are all known, and enough. */
    static VariancePrior fit(List<Variance> known) {
        int n = known.size();
        double[] centred = known.stream().mapToDouble(VariancePrior::centredLog).toArray();
        double mean = mean(centred);
        double spread = 0;
        for (double value : centred) {
            spread += (value - mean) * (value - mean);
        }
        double expected = known.stream()
                        .mapToDouble(one -> Gamma.trigamma(one.degreesOfFreedom() / 2))
                        .sum()
                / n;
        double excess = spread / (n - 1) - expected;
        double half = excess > 0 ? inverseTrigamma(excess) : Double.POSITIVE_INFINITY;
        if (half > MOST_DEGREES_OF_FREEDOM / 2) {
            return new VariancePrior(Math.exp(mean), MOST_DEGREES_OF_FREEDOM);
        }
        return new VariancePrior(Math.exp(mean + Gamma.digamma(half) - Math.log(half)), 2 * half);
    }

    /** A benchmark's variance, with the data of its own weighed against the others'. */
    public Variance moderate(Variance own) {
        return own.plus(new Variance(variance * degreesOfFreedom, degreesOfFreedom));
    }

    /** The log of a variance less what a chi-square with its degrees of freedom adds to it. */
    static double centredLog(Variance one) {
        double half = one.degreesOfFreedom() / 2;
        return Math.log(Math.max(one.value(), LEAST_VARIANCE)) - Gamma.digamma(half) + Math.log(half);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The argument at which the trigamma function has the given value (Smyth 2004, appendix): Newton on its reciprocal. */
    static double inverseTrigamma(double value) {
        if (value > 1e7) {
            return 1 / Math.sqrt(value);
        }
        if (value < 1e-6) {
            return 1 / value;
        }
        double y = 0.5 + 1 / value;
        for (int step = 0; step < 50; step++) {
            double trigamma = Gamma.trigamma(y);
            double change = trigamma * (1 - trigamma / value) / tetragamma(y);
            y += change;
            if (-change / y < 1e-10) {
                break;
            }
        }
        return y;
    }

    /** Derivative of the trigamma function, by its recurrence and asymptotic series (Abramowitz and Stegun 6.4.11-14). */
    private static double tetragamma(double x) {
        double sum = 0;
        double at = x;
        while (at < 20) {
            sum -= 2 / (at * at * at);
            at++;
        }
        double inverse = 1 / at;
        double square = inverse * inverse;
        return sum - square * (1 + inverse + square * (0.5 - square * (1 / 6.0 - square * (1 / 6.0))));
    }
}
