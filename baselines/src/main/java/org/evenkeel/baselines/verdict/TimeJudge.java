package org.evenkeel.baselines.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenkeel.baselines.analysis.Decision;
import org.evenkeel.baselines.analysis.Needed;
import org.evenkeel.baselines.analysis.NoiseHistory;
import org.evenkeel.baselines.analysis.Reading;
import org.evenkeel.baselines.analysis.Scale;
import org.evenkeel.baselines.analysis.Side;
import org.evenkeel.baselines.analysis.TimeComparison;
import org.evenkeel.baselines.analysis.Variance;
import org.evenkeel.baselines.analysis.VariancePrior;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.leakcheck.analysis.Interval;

/** Judges noisy metrics, on the log scale. */
final class TimeJudge {

    /** What is assumed of forks when there are too few benchmarks to learn from: 2.5 %, and soon outweighed. */
    private static final VariancePrior ASSUMED_FORKS = new VariancePrior(0.025 * 0.025, 2);

    private final Options options;
    private final List<Sides> usable = new ArrayList<>();

    private TimeJudge(Options options) {
        this.options = options;
    }

    /** A pair with both its sides on the log scale. */
    private record Sides(Pair pair, Side base, Side current) {}

    static void judge(List<Pair> pairs, NoiseHistory history, Options options, Map<Identity, Row> rows) {
        TimeJudge judge = new TimeJudge(options);
        for (Pair pair : pairs) {
            if (pair.isPositive()) {
                judge.usable.add(new Sides(pair, pair.baseOn(Scale.LOG), pair.currentOn(Scale.LOG)));
            } else {
                rows.put(
                        pair.identity(),
                        pair.row(new Verdict.Inconclusive(
                                Optional.empty(), false, "a fork gave no number above 0; look at its log")));
            }
        }
        judge.judge(history, rows);
    }

    private void judge(NoiseHistory history, Map<Identity, Row> rows) {
        Map<String, VariancePrior> forks = forkPriors();
        int questions = (int) Math.max(1, usable.stream().filter(this::gates).count());
        List<TimeComparison> comparisons = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (Sides sides : usable) {
            TimeComparison comparison = compare(sides, history, forks);
            comparisons.add(comparison);
            readings.add(decision(sides.pair().identity(), questions).of(comparison.estimate()));
        }
        Gate gate = new Gate(readings, i -> gates(usable.get(i)));
        for (int i = 0; i < usable.size(); i++) {
            Pair pair = usable.get(i).pair();
            Change change = change(usable.get(i), comparisons.get(i), readings.get(i), gate.adjustedPValue(i));
            rows.put(pair.identity(), pair.row(gate.verdict(i, change)));
        }
    }

    private boolean gates(Sides sides) {
        return options.rules().gates(sides.pair().identity());
    }

    private Decision decision(Identity identity, int questions) {
        return new Decision(
                Math.log1p(options.rules().minimumEffect(identity, options.minimumEffect())),
                Math.log1p(options.rules().margin(identity, options.margin())),
                options.alpha(),
                questions);
    }

    private TimeComparison compare(Sides sides, NoiseHistory history, Map<String, VariancePrior> forks) {
        Pair pair = sides.pair();
        VariancePrior prior = forks.getOrDefault(pair.metric().name(), ASSUMED_FORKS);
        double worsening = pair.metric().direction().worsening(1);
        return options.sessions() == Options.Sessions.TOGETHER
                ? TimeComparison.ofOneSession(sides.base(), sides.current(), prior, worsening)
                : TimeComparison.ofSessions(
                        sides.base(), sides.current(), history.noiseOf(pair.identity(), prior), worsening);
    }

    /** What the benchmarks of this comparison say about forks, for each metric. */
    private Map<String, VariancePrior> forkPriors() {
        Map<String, List<Variance>> variances = new TreeMap<>();
        for (Sides sides : usable) {
            variances
                    .computeIfAbsent(sides.pair().metric().name(), metric -> new ArrayList<>())
                    .add(sides.base().forkVariance().plus(sides.current().forkVariance()));
        }
        Map<String, VariancePrior> priors = new TreeMap<>();
        variances.forEach((metric, known) -> priors.put(metric, VariancePrior.fit(known, ASSUMED_FORKS)));
        return priors;
    }

    private static Change change(Sides sides, TimeComparison comparison, Reading reading, double adjustedPValue) {
        Interval logs = reading.interval();
        Evidence evidence = new Evidence(
                reading.pValue(),
                adjustedPValue,
                finite(Math.expm1(reading.minimumDetectableEffect())),
                Needed.of(comparison, reading, sides.current()),
                comparison.source());
        double base = Math.exp(sides.base().mean());
        double current = Math.exp(sides.current().mean());
        return new Change(
                sides.pair().metric().direction().worsening(current - base),
                OptionalDouble.of(Math.expm1(reading.estimate().difference())),
                Optional.of(new Interval(Math.expm1(logs.lower()), Math.expm1(logs.upper()), logs.confidenceLevel())),
                Optional.of(evidence));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
