package org.evenkeel.baselines.verdict;

import java.util.Locale;

/**
 * An absolute limit, whatever the baseline.
 *
 * @param selector which rows
 * @param bound on which side of the limit they must stay
 * @param limit in {@code unit}; for {@link Bound#WORSE_BY_AT_MOST} a share of the baseline
 * @param unit of the limit; empty for a share
 */
public record Objective(Selector selector, Bound bound, double limit, String unit) {

    /** On which side of its limit a row must stay. */
    public enum Bound {
        /** The value must not be above. */
        AT_MOST,
        /** The value must not be below. */
        AT_LEAST,
        /** The value must not be worse than the baseline's by more than this share. */
        WORSE_BY_AT_MOST
    }

    /** Whether a value in the limit's unit keeps to it. */
    boolean holds(double value) {
        return bound == Bound.AT_LEAST ? value >= limit : value <= limit;
    }

    /** The limit in words. */
    public String words() {
        String number = String.format(Locale.ROOT, "%.12g", limit).replaceAll("\\.?0+$", "");
        return switch (bound) {
            case AT_MOST -> "at most " + number + " " + unit;
            case AT_LEAST -> "at least " + number + " " + unit;
            case WORSE_BY_AT_MOST ->
                "worse by at most "
                        + String.format(Locale.ROOT, "%.12g", 100 * limit).replaceAll("\\.?0+$", "") + " %";
        };
    }
}
