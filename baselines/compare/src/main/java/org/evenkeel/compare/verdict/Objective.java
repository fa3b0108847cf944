package org.evenkeel.compare.verdict;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * An absolute limit, whatever the baseline.
 *
 * @param selector which rows
 * @param bound on which side of the limit they must stay
 * @param limit in {@code unit}; for {@link Bound#WORSE_BY_AT_MOST} a share of the baseline
 * @param unit of the limit; empty for a share
 * @param acceptable a limit beyond {@code limit}, in the same unit, up to which a missed target is put up with; empty when
 *     nothing beyond is
 */
public record Objective(Selector selector, Bound bound, double limit, String unit, OptionalDouble acceptable) {

    public Objective {
        if (acceptable.isPresent() && !isBeyond(bound, acceptable.getAsDouble(), limit)) {
            throw new IllegalArgumentException("expected an acceptable value beyond the target of " + limit + " " + unit
                    + ", found " + acceptable.getAsDouble());
        }
    }

    /** A limit with nothing acceptable beyond it. */
    public Objective(Selector selector, Bound bound, double limit, String unit) {
        this(selector, bound, limit, unit, OptionalDouble.empty());
    }

    private static boolean isBeyond(Bound bound, double acceptable, double limit) {
        return bound == Bound.AT_LEAST ? acceptable < limit : acceptable > limit;
    }

    /** How good a value is. */
    public enum Grade {
        /** It keeps to the limit. */
        TARGET,
        /** It misses the limit, by no more than is put up with. */
        ACCEPTABLE,
        /** It is missed. */
        POOR
    }

    /** On which side of its limit a row must stay. */
    public enum Bound {
        /** The value must not be above. */
        AT_MOST,
        /** The value must not be below. */
        AT_LEAST,
        /** The value must not be worse than the baseline's by more than this share. */
        WORSE_BY_AT_MOST
    }

    /** How good a value in the limit's unit is. */
    public Grade grade(double value) {
        if (keeps(value, limit)) {
            return Grade.TARGET;
        }
        return acceptable.isPresent() && keeps(value, acceptable.getAsDouble()) ? Grade.ACCEPTABLE : Grade.POOR;
    }

    /** Whether a value in the limit's unit is no reason to stop anything. */
    boolean holds(double value) {
        return grade(value) != Grade.POOR;
    }

    private boolean keeps(double value, double to) {
        return bound == Bound.AT_LEAST ? value >= to : value <= to;
    }

    /** The limit in words. */
    public String words() {
        String words = switch (bound) {
            case AT_MOST -> "at most " + quantity(limit);
            case AT_LEAST -> "at least " + quantity(limit);
            case WORSE_BY_AT_MOST -> "worse by at most " + quantity(limit);
        };
        return acceptable.isPresent() ? words + ", acceptable to " + quantity(acceptable.getAsDouble()) : words;
    }

    private String quantity(double value) {
        double shown = bound == Bound.WORSE_BY_AT_MOST ? 100 * value : value;
        return String.format(Locale.ROOT, "%.12g", shown).replaceAll("\\.?0+$", "") + " "
                + (bound == Bound.WORSE_BY_AT_MOST ? "%" : unit);
    }
}
