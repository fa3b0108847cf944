package org.evenkeel.kernel;

/**
 * A confidence interval. A bound that the data cannot give is infinite.
 *
 * @param lower lower bound, at most {@code upper}
 * @param upper upper bound
 * @param confidenceLevel the share of such intervals that hold the true value, between 0 and 1, neither included
 */
public record Interval(double lower, double upper, double confidenceLevel) {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower bound " + lower + " is not at most upper bound " + upper);
        }
        if (!(confidenceLevel > 0 && confidenceLevel < 1)) {
            throw new IllegalArgumentException("confidence level " + confidenceLevel + " is not between 0 and 1");
        }
    }

    /** Whether {@code value} lies inside, bounds included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Whether this interval lies inside {@code other}, bounds included. */
    public boolean isWithin(Interval other) {
        return other.lower <= lower && upper <= other.upper;
    }

    /** The interval of the negated quantity. */
    public Interval negated() {
        return new Interval(-upper, -lower, confidenceLevel);
    }

    /** The interval of the quantity multiplied by a factor. */
    public Interval times(double factor) {
        return factor >= 0
                ? new Interval(lower * factor, upper * factor, confidenceLevel)
                : new Interval(upper * factor, lower * factor, confidenceLevel);
    }
}
