package org.evenkeel.compare.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.samples.LeakResult;

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
                        base.verdict() == LeakResult.Verdict.GROWING
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

    /** What grew before is compared by its rate, as far as there is one: it has to be surely worse, and by more than the tolerance. */
    private static Verdict growing(LeakResult base, LeakResult current) {
        if (base.verdict() != LeakResult.Verdict.GROWING) {
            return new Verdict.Regressed(change(base, current));
        }
        boolean apart = base.interval()
                .flatMap(before -> current.interval().map(now -> now.lower() > before.upper()))
                .orElse(true);
        boolean more = rate(current) - rate(base) > Options.LEAK_RATE.around(rate(base));
        return apart && more
                ? new Verdict.Regressed(change(base, current))
                : new Verdict.Equivalent(change(base, current));
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
