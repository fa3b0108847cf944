package org.evenkeel.compare.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.samples.LeakResult;
import org.evenkeel.kernel.LeakVerdictName;

/**
 * Judges what the leak checker found against what it found before.
 *
 * <p>Whether something grows is the leak checker's own verdict, which has seen every sample; here it is only compared.
 */
final class LeakJudge {

    private LeakJudge() {}

    static Row judge(LeakResult base, LeakResult current) {
        return row(
                current,
                base.bytesPerOperation(),
                switch (current.verdict()) {
                    case INVALID -> new Verdict.Invalid("the leak check was invalid");
                    case INCONCLUSIVE -> inconclusive();
                    case GROWING -> growing(base, current);
                    case STEADY ->
                        base.verdict() == LeakVerdictName.GROWING
                                ? new Verdict.Improved(change(base, current))
                                : new Verdict.Equivalent(change(base, current));
                });
    }

    /** Without a baseline a leak is a leak all the same. */
    static Row judgeAlone(LeakResult current) {
        return row(
                current,
                Optional.empty(),
                switch (current.verdict()) {
                    case INVALID -> new Verdict.Invalid("the leak check was invalid");
                    case INCONCLUSIVE -> inconclusive();
                    case GROWING -> new Verdict.Regressed(Change.untested(rate(current)));
                    case STEADY -> new Verdict.Added();
                });
    }

    /**
     * What grew before is compared by its rate, as far as there is one: it has to be surely worse, and by more than the tolerance. It is
     * equivalent where the difference lies within the tolerance with the uncertainty of both rates, and set aside where it at least is no
     * more than a quarter.
     */
    private static Verdict growing(LeakResult base, LeakResult current) {
        Change change = change(base, current);
        if (base.verdict() != LeakVerdictName.GROWING) {
            return new Verdict.Regressed(change);
        }
        double difference = rate(current) - rate(base);
        double tolerance = Options.LEAK_RATE.around(Math.min(rate(base), rate(current)));
        if (difference > tolerance && isAbove(current, base)) {
            return new Verdict.Regressed(change);
        }
        if (-difference > tolerance && isAbove(base, current)) {
            return new Verdict.Improved(change);
        }
        double uncertainty = Math.hypot(halfInterval(base), halfInterval(current));
        if (Math.abs(difference) + uncertainty <= tolerance) {
            return new Verdict.Equivalent(change);
        }
        double largestUnseen = Math.max(tolerance, TimesClaim.LARGEST_UNSEEN * rate(base));
        return new Verdict.Inconclusive(
                Optional.of(change),
                difference <= tolerance && difference + uncertainty <= largestUnseen,
                "leaked before and leaks now, at rates too unsure to compare; a longer leak check would tell");
    }

    /** Whether all of one's interval lies above the other's; where one has none, its rate is taken as it is. */
    private static boolean isAbove(LeakResult one, LeakResult other) {
        return other.interval()
                .flatMap(below -> one.interval().map(above -> above.lower() > below.upper()))
                .orElse(true);
    }

    private static double halfInterval(LeakResult result) {
        return result.interval()
                .map(bounds -> (bounds.upper() - bounds.lower()) / 2)
                .orElse(0.0);
    }

    private static Verdict inconclusive() {
        return new Verdict.Inconclusive(
                Optional.empty(),
                false,
                "the leak check decided nothing; its own report says why, and what would settle it");
    }

    private static Change change(LeakResult base, LeakResult current) {
        return Change.untested(rate(current) - rate(base));
    }

    private static double rate(LeakResult result) {
        return result.bytesPerOperation().orElse(0.0);
    }

    private static Row row(LeakResult current, Optional<Double> base, Verdict verdict) {
        return new Row(
                current.identity(),
                Comparer.metricOf(current.identity()),
                base.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                current.bytesPerOperation().map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                verdict);
    }
}
