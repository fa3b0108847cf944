package org.evenkeel.baselines.verdict;

/**
 * What is asked of a comparison.
 *
 * @param minimumEffect relative change of a time up to which nobody cares, such as 0.03; at least 0
 * @param margin relative change within which times are called equivalent, above 0
 * @param confidence of each interval, and that there is a change at all, over all rows together; between 0.5 and 1
 * @param sessions whether the two sides were measured in sessions of their own
 * @param tolerance up to which an exact metric may move
 * @param strict whether added and removed rows fail the comparison
 * @param rules what is asked of some rows in particular
 */
public record Options(
        double minimumEffect,
        double margin,
        double confidence,
        Sessions sessions,
        ExactTolerance tolerance,
        boolean strict,
        Rules rules) {

    /** What a comparison asks when nobody says otherwise. */
    public static final Options DEFAULT =
            new Options(0.03, 0.10, 0.95, Sessions.APART, new ExactTolerance(16, 0.01), false, Rules.NONE);

    public Options {
        if (!(minimumEffect >= 0 && minimumEffect < 10)) {
            throw new IllegalArgumentException(
                    "expected a minimum effect from 0 to 10 (0.03 is 3 %), found " + minimumEffect);
        }
        if (!(margin > 0 && margin < 10)) {
            throw new IllegalArgumentException("expected a margin above 0 and below 10 (0.1 is 10 %), found " + margin);
        }
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("expected a confidence between 0.5 and 1, found " + confidence);
        }
    }

    /** How often a verdict may be wrong when nothing changed. */
    public double alpha() {
        return 1 - confidence;
    }

    public Options withMinimumEffect(double effect) {
        return new Options(effect, margin, confidence, sessions, tolerance, strict, rules);
    }

    public Options withMargin(double other) {
        return new Options(minimumEffect, other, confidence, sessions, tolerance, strict, rules);
    }

    public Options withConfidence(double other) {
        return new Options(minimumEffect, margin, other, sessions, tolerance, strict, rules);
    }

    public Options withSessions(Sessions other) {
        return new Options(minimumEffect, margin, confidence, other, tolerance, strict, rules);
    }

    public Options withTolerance(ExactTolerance other) {
        return new Options(minimumEffect, margin, confidence, sessions, other, strict, rules);
    }

    public Options withStrict(boolean other) {
        return new Options(minimumEffect, margin, confidence, sessions, tolerance, other, rules);
    }

    public Options withRules(Rules other) {
        return new Options(minimumEffect, margin, confidence, sessions, tolerance, strict, other);
    }

    /** How the two sides were measured. */
    public enum Sessions {
        /** At two times: whatever makes sessions differ is part of the noise. */
        APART,
        /** In turn within one session: only forks make a difference. */
        TOGETHER
    }

    /**
     * How much an exact metric may move before anybody cares: the larger of the two.
     *
     * @param absolute in the metric's unit, above 0
     * @param relative to the baseline, at least 0
     */
    public record ExactTolerance(double absolute, double relative) {

        public ExactTolerance {
            if (!(absolute > 0 && relative >= 0)) {
                throw new IllegalArgumentException(
                        "expected an absolute tolerance above 0 and a relative one of at least 0, found " + absolute
                                + " and " + relative);
            }
        }

        /** The tolerance around a baseline value. */
        public double around(double baseline) {
            return Math.max(absolute, relative * Math.abs(baseline));
        }
    }
}
