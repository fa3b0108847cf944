package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.analysis.Decision;
import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.compare.analysis.ExactComparison;
import org.evenkeel.compare.analysis.Needed;
import org.evenkeel.compare.analysis.NoiseSource;
import org.evenkeel.compare.analysis.Reading;
import org.evenkeel.compare.analysis.Scale;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Options.ExactTolerance;

/** Judges metrics that are nearly free of noise and of the machine, in their own unit. */
final class ExactJudge {

    /** The deviation that is assumed of a fork, as a share of the tolerance. */
    private static final double ASSUMED_DEVIATION = 0.125;

    /**
     * By so much, as a share of the baseline, the mean of forks may grow before it counts that it did, though nothing is decided. Code
     * that is unchanged, and of which a fork settles at nothing or at something by the toss of a coin, does so in 12 to 24 of 100
     * comparisons of five forks.
     */
    private static final double MUCH = TimesClaim.LARGEST_UNSEEN;

    /** The same where iterations drift, because caches still fill: cold sessions of one code had up to 2.8 times as much. */
    private static final double MUCH_OF_DRIFT = 2;

    private ExactJudge() {}

    static void judge(List<Pair> pairs, Options options, Map<Identity, Row> rows) {
        List<Pair> usable = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.isFinite()) {
                usable.add(pair);
            } else {
                rows.put(
                        pair.identity(),
                        pair.row(new Verdict.Inconclusive(
                                Optional.empty(), false, "a fork gave no number; look at its log")));
            }
        }
        List<ExactComparison> comparisons = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (Pair pair : usable) {
            double tolerance = aroundSmaller(pair, options);
            ExactComparison comparison = ExactComparison.of(
                    pair.baseOn(Scale.LINEAR),
                    pair.currentOn(Scale.LINEAR),
                    ASSUMED_DEVIATION * tolerance,
                    pair.metric().direction().worsening(1));
            comparisons.add(comparison);
            readings.add(new Decision(tolerance, tolerance, options.alpha(), usable.size()).of(comparison.estimate()));
        }
        Gate gate = new Gate(readings, i -> options.rules().gates(usable.get(i).identity()));
        for (int i = 0; i < usable.size(); i++) {
            Pair pair = usable.get(i);
            Change change = change(pair, comparisons.get(i), readings.get(i), gate.adjustedPValue(i));
            rows.put(
                    pair.identity(),
                    pair.row(settled(
                            gate.verdict(i, change), pair, readings.get(i).estimate(), options)));
        }
    }

    /**
     * Bytes per operation are exact once a program has warmed up and its caches are full. Until then they fall from one
     * iteration to the next, more slowly on a machine that is slower at the time, and in all forks alike. So what has
     * changed has to show in nearly every iteration, and has to be more than what one side's iterations differ by.
     *
     * <p>Forks that have settled, each at a number of its own, are another matter: there the compiler has decided one way in one and the other
     * way in the next, such as whether an object needs the heap at all. Which way it goes is luck, but how often may be the code's doing.
     *
     * <p>What is undecided is too noisy to count only where nothing speaks for its being much worse ({@link #MUCH}).
     */
    private static Verdict settled(Verdict verdict, Pair pair, Estimate estimate, Options options) {
        double tolerance = aroundSmaller(pair, options);
        boolean changed = verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Improved;
        if (changed && pair.iterationsAreApart(tolerance)) {
            return verdict;
        }
        if (!changed && !(verdict instanceof Verdict.Inconclusive)) {
            return verdict;
        }
        ExactTolerance ofForks = options.toleranceOf(pair.metric());
        long beyond = pair.forksWorseThanAll(tolerance);
        boolean mayBeWorse = verdict instanceof Verdict.Regressed || beyond > 0;
        boolean drifts = pair.isKnownToDrift(ofForks::around);
        double much = Math.max(tolerance, (drifts ? MUCH_OF_DRIFT : MUCH) * baseOf(pair));
        if (grew(estimate, much)
                || (mayBeWorse && !(verdict instanceof Verdict.Improved) && pair.areForksSettled(ofForks::around))) {
            return new Verdict.Inconclusive(verdict.change(), false, whyOpen(pair, beyond, drifts));
        }
        return changed
                ? new Verdict.Inconclusive(
                        verdict.change(),
                        true,
                        "had not settled: iterations of a side differ by more than the sides do")
                : verdict;
    }

    private static String whyOpen(Pair pair, long beyond, boolean drifts) {
        if (drifts) {
            return "had not settled, and is several times as much; more warm-up would tell";
        }
        return (beyond > 0
                        ? beyond + " of " + pair.forks() + " forks settled at more than any of the baseline"
                        : "more forks than before settled at the larger of what both sides have")
                + ": luck of the compiler, or the code; more forks would tell";
    }

    /** Whether the mean grew by more than this and, as far as its forks can tell, by more than their luck: the standard error. */
    private static boolean grew(Estimate estimate, double least) {
        return estimate.difference() > Math.max(estimate.standardError(), least);
    }

    private static double baseOf(Pair pair) {
        return Math.abs(pair.baseOn(Scale.LINEAR).mean());
    }

    /** The tolerance around the smaller side, so that the two sides can be swapped. */
    private static double aroundSmaller(Pair pair, Options options) {
        double smaller = Math.min(
                Math.abs(pair.baseOn(Scale.LINEAR).mean()),
                Math.abs(pair.currentOn(Scale.LINEAR).mean()));
        return options.toleranceOf(pair.metric()).around(smaller);
    }

    private static Change change(Pair pair, ExactComparison comparison, Reading reading, double adjustedPValue) {
        double difference = reading.estimate().difference();
        double base = baseOf(pair);
        Evidence evidence = new Evidence(
                reading.pValue(),
                adjustedPValue,
                base > 0 ? OptionalDouble.of(reading.minimumDetectableEffect() / base) : OptionalDouble.empty(),
                Needed.ofForks(comparison.forkVariance(), reading.decisiveStandardError()),
                NoiseSource.FORKS);
        return new Change(
                difference,
                base > 0 ? OptionalDouble.of(difference / base) : OptionalDouble.empty(),
                base > 0 ? Optional.of(reading.interval().times(1 / base)) : Optional.empty(),
                Optional.of(evidence));
    }
}
