package org.evenkeel.compare.verdict;

import java.util.Optional;
import java.util.function.Predicate;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Units;

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
 * @param acceptedRemovals which benchmarks and metrics of the baseline may be missing, by their line, their full name or the name of
 *     the metric; none where empty
 */
public record Options(
        double minimumEffect,
        double margin,
        double confidence,
        Sessions sessions,
        ExactTolerance tolerance,
        boolean strict,
        Rules rules,
        Optional<Predicate<String>> acceptedRemovals) {

    /** What a comparison asks when nobody says otherwise. */
    public static final Options DEFAULT = new Options(
            0.03, 0.10, 0.95, Sessions.APART, new ExactTolerance(16, 0.01), false, Rules.NONE, Optional.empty());

    private static final String BYTES = "B/op";

    static final ExactTolerance LEAK_RATE = new ExactTolerance(1, 0.05);

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

    /** The same with another smallest relative change that is told; 0.03 is 3 %. */
    public Options withMinimumEffect(double effect) {
        return new Options(effect, margin, confidence, sessions, tolerance, strict, rules, acceptedRemovals);
    }

    /** The same with another relative change within which rows are equivalent; 0.05 is 5 %. */
    public Options withMargin(double other) {
        return new Options(minimumEffect, other, confidence, sessions, tolerance, strict, rules, acceptedRemovals);
    }

    /** The same with another share of cases in which each interval holds, below 1. */
    public Options withConfidence(double other) {
        return new Options(minimumEffect, margin, other, sessions, tolerance, strict, rules, acceptedRemovals);
    }

    /** The same with another way to take several sessions of a side. */
    public Options withSessions(Sessions other) {
        return new Options(minimumEffect, margin, confidence, other, tolerance, strict, rules, acceptedRemovals);
    }

    /** The same where added and removed rows fail the comparison, or do not. */
    public Options withStrict(boolean other) {
        return new Options(minimumEffect, margin, confidence, sessions, tolerance, other, rules, acceptedRemovals);
    }

    /** The same by other rules. */
    public Options withRules(Rules other) {
        return new Options(minimumEffect, margin, confidence, sessions, tolerance, strict, other, acceptedRemovals);
    }

    /** The same, with what passes the test allowed to be gone. */
    public Options withAcceptedRemovals(Predicate<String> accepted) {
        return new Options(
                minimumEffect, margin, confidence, sessions, tolerance, strict, rules, Optional.of(accepted));
    }

    /** Whether a benchmark of the baseline, or a metric of one, may be missing. */
    boolean acceptsRemovalOf(Identity missing) {
        return acceptedRemovals
                .filter(accepted -> accepted.test(missing.label())
                        || accepted.test(missing.benchmark())
                        || (!missing.metric().equals(Metric.SCORE) && accepted.test(missing.metric())))
                .isPresent();
    }

    /**
     * How much a metric that is exact may move, in its own unit: sixteen bytes that are allocated are little, and sixteen that stay are a
     * leak.
     */
    public ExactTolerance toleranceOf(Metric metric) {
        ExactTolerance inBytes = metric.name().equals(Metric.LEAK_RATE) ? LEAK_RATE : tolerance;
        return Units.factor(BYTES, metric.unit()).stream()
                .mapToObj(factor -> new ExactTolerance(factor * inBytes.absolute(), inBytes.relative()))
                .findFirst()
                .orElse(inBytes);
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
     * @param absolute in bytes per operation, or in the unit of what is no size; above 0
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
