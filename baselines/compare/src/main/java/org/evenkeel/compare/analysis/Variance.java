package org.evenkeel.compare.analysis;

import java.util.stream.DoubleStream;

/**
 * A variance estimated from deviations around one or several means.
 *
 * @param sumOfSquares of the deviations
 * @param degreesOfFreedom deviations less means; 0 when nothing is known
 */
public record Variance(double sumOfSquares, double degreesOfFreedom) {

    /** What is known without data. */
    public static final Variance UNKNOWN = new Variance(0, 0);

    public Variance {
        if (!(sumOfSquares >= 0 && degreesOfFreedom >= 0)) {
            throw new IllegalArgumentException(
                    "sum of squares " + sumOfSquares + " or degrees of freedom " + degreesOfFreedom + " below 0");
        }
    }

    /** The variance of values around their mean; unknown for fewer than two. */
    public static Variance of(double... values) {
        if (values.length < 2) {
            return UNKNOWN;
        }
        double mean = DoubleStream.of(values).sum() / values.length;
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return new Variance(sum, values.length - 1.0);
    }

    /** Both together, each around means of its own. */
    public Variance plus(Variance other) {
        return new Variance(sumOfSquares + other.sumOfSquares, degreesOfFreedom + other.degreesOfFreedom);
    }

    /** That of values which are larger by the root of a factor, above 0. */
    Variance times(double factor) {
        return new Variance(sumOfSquares * factor, degreesOfFreedom);
    }

    /** Whether there is an estimate at all. */
    public boolean isKnown() {
        return degreesOfFreedom > 0;
    }

    /** The estimate. */
    public double value() {
        if (!isKnown()) {
            throw new IllegalStateException("a variance without degrees of freedom has no value");
        }
        return sumOfSquares / degreesOfFreedom;
    }
}
