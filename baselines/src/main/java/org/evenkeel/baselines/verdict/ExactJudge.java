package org.evenkeel.baselines.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.baselines.analysis.Decision;
import org.evenkeel.baselines.analysis.Estimate;
import org.evenkeel.baselines.analysis.ExactComparison;
import org.evenkeel.baselines.analysis.Needed;
import org.evenkeel.baselines.analysis.NoiseSource;
import org.evenkeel.baselines.analysis.Scale;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.leakcheck.analysis.Interval;

/** Judges metrics that are nearly free of noise and of the machine, in their own unit. */
final class ExactJudge {

    /** The deviation that is assumed of a fork, as a share of the tolerance. */
    private static final double ASSUMED_DEVIATION = 0.125;

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
        List<Decision> decisions = new ArrayList<>();
        List<ExactComparison> comparisons = new ArrayList<>();
        for (Pair pair : usable) {
            double tolerance = tolerance(pair, options);
            decisions.add(new Decision(tolerance, tolerance, options.alpha(), usable.size()));
            comparisons.add(ExactComparison.of(
                    pair.baseOn(Scale.LINEAR),
                    pair.currentOn(Scale.LINEAR),
                    ASSUMED_DEVIATION * tolerance,
                    pair.metric().direction().worsening(1)));
        }
        Gate gate = new Gate(
                comparisons.stream().map(ExactComparison::estimate).toList(),
                decisions,
                i -> options.rules().gates(usable.get(i).identity()));
        for (int i = 0; i < usable.size(); i++) {
            Pair pair = usable.get(i);
            Change change = change(pair, comparisons.get(i), decisions.get(i), gate.adjustedPValue(i), options);
            rows.put(pair.identity(), pair.row(gate.verdict(i, change)));
        }
    }

    /** The tolerance around the smaller side, so that the two sides can be swapped. */
    private static double tolerance(Pair pair, Options options) {
        double smaller = Math.min(
                Math.abs(pair.baseOn(Scale.LINEAR).mean()),
                Math.abs(pair.currentOn(Scale.LINEAR).mean()));
        return options.tolerance().around(smaller);
    }

    private static Change change(
            Pair pair, ExactComparison comparison, Decision decision, double adjustedPValue, Options options) {
        Estimate estimate = comparison.estimate();
        double base = Math.abs(pair.baseOn(Scale.LINEAR).mean());
        Interval interval = estimate.interval(options.confidence());
        Evidence evidence = new Evidence(
                estimate.pValue(),
                adjustedPValue,
                base > 0
                        ? OptionalDouble.of(decision.minimumDetectableEffect(estimate) / base)
                        : OptionalDouble.empty(),
                Needed.ofForks(comparison.forkVariance(), decision.decisiveStandardError(estimate)),
                NoiseSource.FORKS);
        return new Change(
                estimate.difference(),
                base > 0 ? OptionalDouble.of(estimate.difference() / base) : OptionalDouble.empty(),
                base > 0 ? Optional.of(interval.times(1 / base)) : Optional.empty(),
                Optional.of(evidence));
    }
}
