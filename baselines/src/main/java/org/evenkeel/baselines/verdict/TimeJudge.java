package org.evenkeel.baselines.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenkeel.baselines.analysis.Decision;
import org.evenkeel.baselines.analysis.Estimate;
import org.evenkeel.baselines.analysis.Needed;
import org.evenkeel.baselines.analysis.NoiseHistory;
import org.evenkeel.baselines.analysis.Scale;
import org.evenkeel.baselines.analysis.TimeComparison;
import org.evenkeel.baselines.analysis.Variance;
import org.evenkeel.baselines.analysis.VariancePrior;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.leakcheck.analysis.Interval;

/** Judges noisy metrics, on the log scale. */
final class TimeJudge {

    /** What is assumed of forks when there are too few benchmarks to learn from: 2.5 %, and soon outweighed. */
    private static final VariancePrior ASSUMED_FORKS = new VariancePrior(0.025 * 0.025, 2);

    private TimeJudge() {}

    static void judge(List<Pair> pairs, NoiseHistory history, Options options, Map<Identity, Row> rows) {
        List<Pair> usable = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.isPositive()) {
                usable.add(pair);
            } else {
                rows.put(
                        pair.identity(),
                        pair.row(new Verdict.Inconclusive(
                                Optional.empty(), false, "a fork gave no number above 0; look at its log")));
            }
        }
        int questions = (int)
                Math.max(1, usable.stream().filter(pair -> gates(pair, options)).count());
        List<Decision> decisions = usable.stream()
                .map(pair -> decision(pair.identity(), questions, options))
                .toList();
        Map<String, VariancePrior> forks = forkPriors(usable);
        List<TimeComparison> comparisons = usable.stream()
                .map(pair -> compare(pair, history, forks, options))
                .toList();
        Gate gate = new Gate(
                comparisons.stream().map(TimeComparison::estimate).toList(),
                decisions,
                i -> gates(usable.get(i), options));
        for (int i = 0; i < usable.size(); i++) {
            Pair pair = usable.get(i);
            Change change = change(pair, comparisons.get(i), decisions.get(i), gate.adjustedPValue(i), options);
            rows.put(pair.identity(), pair.row(gate.verdict(i, change)));
        }
    }

    private static boolean gates(Pair pair, Options options) {
        return options.rules().gates(pair.identity());
    }

    private static Decision decision(Identity identity, int questions, Options options) {
        return new Decision(
                Math.log1p(options.rules().minimumEffect(identity, options.minimumEffect())),
                Math.log1p(options.rules().margin(identity, options.margin())),
                options.alpha(),
                questions);
    }

    private static TimeComparison compare(
            Pair pair, NoiseHistory history, Map<String, VariancePrior> forks, Options options) {
        VariancePrior prior = forks.getOrDefault(pair.metric().name(), ASSUMED_FORKS);
        double worsening = pair.metric().direction().worsening(1);
        return options.sessions() == Options.Sessions.TOGETHER
                ? TimeComparison.ofOneSession(pair.baseOn(Scale.LOG), pair.currentOn(Scale.LOG), prior, worsening)
                : TimeComparison.ofSessions(
                        pair.baseOn(Scale.LOG),
                        pair.currentOn(Scale.LOG),
                        history.noiseOf(pair.identity(), prior),
                        worsening);
    }

    /** What the benchmarks of this comparison say about forks, for each metric. */
    private static Map<String, VariancePrior> forkPriors(List<Pair> pairs) {
        Map<String, List<Variance>> variances = new TreeMap<>();
        for (Pair pair : pairs) {
            List<Variance> ofMetric = variances.computeIfAbsent(pair.metric().name(), metric -> new ArrayList<>());
            ofMetric.add(pair.baseOn(Scale.LOG)
                    .forkVariance()
                    .plus(pair.currentOn(Scale.LOG).forkVariance()));
        }
        Map<String, VariancePrior> priors = new TreeMap<>();
        variances.forEach((metric, known) -> priors.put(metric, VariancePrior.fit(known, ASSUMED_FORKS)));
        return priors;
    }

    private static Change change(
            Pair pair, TimeComparison comparison, Decision decision, double adjustedPValue, Options options) {
        Estimate estimate = comparison.estimate();
        Interval logs = estimate.interval(options.confidence());
        double relative = Math.expm1(estimate.difference());
        Needed needed = Needed.of(comparison, decision, pair.baseOn(Scale.LOG), pair.currentOn(Scale.LOG));
        Evidence evidence = new Evidence(
                estimate.pValue(),
                adjustedPValue,
                finite(Math.expm1(decision.minimumDetectableEffect(estimate))),
                needed,
                comparison.source());
        double base = Math.exp(pair.baseOn(Scale.LOG).mean());
        double current = Math.exp(pair.currentOn(Scale.LOG).mean());
        return new Change(
                pair.metric().direction().worsening(current - base),
                OptionalDouble.of(relative),
                Optional.of(new Interval(Math.expm1(logs.lower()), Math.expm1(logs.upper()), logs.confidenceLevel())),
                Optional.of(evidence));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
