package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenkeel.compare.analysis.Decision;
import org.evenkeel.compare.analysis.Needed;
import org.evenkeel.compare.analysis.Noise;
import org.evenkeel.compare.analysis.NoiseHistory;
import org.evenkeel.compare.analysis.NoiseSource;
import org.evenkeel.compare.analysis.Reading;
import org.evenkeel.compare.analysis.Scale;
import org.evenkeel.compare.analysis.Side;
import org.evenkeel.compare.analysis.TimeComparison;
import org.evenkeel.compare.analysis.Variance;
import org.evenkeel.compare.analysis.VariancePrior;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.kernel.Interval;

/** Judges noisy metrics, on the log scale. */
final class TimeJudge {

    /**
     * By how much one fork has to differ before it is believed, with nothing beside it: a fifth. On 208 public nights of one
     * number a benchmark, calm benchmarks took 10 to 25 % longer for a night now and then, and some twice as long.
     */
    private static final double BELIEVED_OF_ONE_FORK = 0.2;

    /**
     * The same of one fork against one fork, where no history tells either: twice as much more. On the same nights, one against one, every
     * fifth pair had a benchmark that took 2.4 times as long, and of 1,134 pairs 1 in 100 one that took more than 2.7 times.
     */
    private static final double BELIEVED_OF_TWO_FORKS = 2;

    /**
     * As little is believed of fewer single calls than this on a side, in however many forks: what makes one of them slow, such as a disk
     * that is not read yet, makes the next one slow too. Two shots each of one code took 0.99, 1.43 and 3.31 ms.
     */
    private static final int FEWEST_SHOTS = 5;

    private final Options options;
    private final List<Sides> usable = new ArrayList<>();

    private TimeJudge(Options options) {
        this.options = options;
    }

    /** A pair with both its sides on the log scale. */
    private record Sides(Pair pair, Side base, Side current) {

        Variance forkVariance() {
            return base.forkVariance().plus(current.forkVariance());
        }

        /** Whether all that one of them has is one fork. */
        boolean hangOnOneFork() {
            return base.forkCount() == 1 || current.forkCount() == 1;
        }

        /** Whether one of them is a few single calls. */
        boolean hangOnFewShots() {
            return pair.singleShots().orElse(FEWEST_SHOTS) < FEWEST_SHOTS;
        }

        /** How much a change has to be before it is believed, whatever is asked. */
        double believedBeyond(NoiseSource source) {
            boolean oneEach = hangOnOneFork() && base.forkCount() == current.forkCount();
            if ((oneEach || hangOnFewShots()) && source != NoiseSource.HISTORY) {
                return BELIEVED_OF_TWO_FORKS;
            }
            return hangOnOneFork() ? BELIEVED_OF_ONE_FORK : 0;
        }
    }

    static void judge(List<Pair> pairs, NoiseHistory history, Options options, Map<Identity, Row> rows) {
        TimeJudge judge = new TimeJudge(options);
        for (Pair pair : pairs) {
            if (pair.isPositive()) {
                judge.usable.add(new Sides(pair, pair.baseOn(Scale.LOG), pair.currentOn(Scale.LOG)));
            } else {
                rows.put(
                        pair.identity(),
                        pair.row(new Verdict.Inconclusive(
                                Optional.empty(), false, "invalid: a fork gave no number above 0; look at its log")));
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
            readings.add(decision(sides, questions, comparison.source()).of(comparison.estimate()));
        }
        Gate gate = new Gate(readings, i -> gates(usable.get(i)));
        for (int i = 0; i < usable.size(); i++) {
            Pair pair = usable.get(i).pair();
            Change change = change(usable.get(i), comparisons.get(i), readings.get(i), gate.adjustedPValue(i));
            rows.put(pair.identity(), pair.row(shown(confirmed(gate.verdict(i, change), usable.get(i)))));
        }
    }

    /**
     * What its own noise keeps from being equivalent is too noisy to count only where it still shows that nothing much is wrong: no
     * slowdown of a quarter, and none that would be called if the row were the only one.
     */
    private Verdict shown(Verdict verdict) {
        if (!(verdict instanceof Verdict.Inconclusive open) || !open.setAside()) {
            return verdict;
        }
        Interval own = open.change().flatMap(Change::interval).orElseThrow();
        if (own.upper() > TimesClaim.LARGEST_UNSEEN) {
            return new Verdict.Inconclusive(
                    open.change(), false, "too noisy to show +" + Math.round(100 * TimesClaim.LARGEST_UNSEEN) + " %");
        }
        return own.lower() > options.minimumEffect()
                ? new Verdict.Inconclusive(open.change(), false, "worse, if it were the only row")
                : verdict;
    }

    private boolean gates(Sides sides) {
        return options.rules().gates(sides.pair().identity());
    }

    /**
     * Some benchmarks have two speeds, and what a fork does it does from beginning to end. So forks that are alone in their
     * session have to agree: not one of a side is as good as one of the other.
     */
    private Verdict confirmed(Verdict verdict, Sides sides) {
        boolean changed = verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Improved;
        if (changed && !sides.base().agreesAgainst(sides.current())) {
            return new Verdict.Inconclusive(
                    verdict.change(), false, "sessions of one fork, and some of both sides are alike; measure again");
        }
        return !changed
                        && (sides.hangOnOneFork() || sides.hangOnFewShots())
                        && verdict.change()
                                .filter(change -> isSure(change, sides.pair().identity()))
                                .isPresent()
                ? new Verdict.Inconclusive(
                        verdict.change(),
                        false,
                        (sides.hangOnOneFork() ? "one fork alone is" : "a few single calls are")
                                + " believed far beyond the minimum effect only; measure again")
                : verdict;
    }

    /** Whether several forks would have been believed. */
    private boolean isSure(Change change, Identity identity) {
        Interval interval = change.interval().orElseThrow();
        double effect = options.rules().minimumEffect(identity, options.minimumEffect());
        return change.evidence().orElseThrow().adjustedPValue() < options.alpha()
                && (interval.lower() > effect || Math.log1p(interval.upper()) < -Math.log1p(effect));
    }

    private Decision decision(Sides sides, int questions, NoiseSource source) {
        Identity identity = sides.pair().identity();
        double effect = options.rules().minimumEffect(identity, options.minimumEffect());
        return new Decision(
                Math.log1p(Math.max(effect, sides.believedBeyond(source))),
                Math.log1p(options.rules().margin(identity, options.margin())),
                options.alpha(),
                questions);
    }

    private TimeComparison compare(Sides sides, NoiseHistory history, Map<String, VariancePrior> forks) {
        Pair pair = sides.pair();
        VariancePrior prior = forks.getOrDefault(pair.metric().name(), NoiseHistory.ASSUMED_FORKS);
        double worsening = pair.metric().direction().worsening(1);
        if (options.sessions() == Options.Sessions.TOGETHER) {
            return TimeComparison.ofOneSession(sides.base(), sides.current(), prior, worsening)
                    .atLeast(pair.ofLoneForks());
        }
        Noise noise = history.noiseOf(pair.identity(), prior, sides.forkVariance(), pair.conditions());
        return TimeComparison.ofSessions(sides.base(), sides.current(), noise, worsening)
                .atLeast(pair.ofLoneForks());
    }

    /** What the benchmarks of this comparison say about forks, for each metric. */
    private Map<String, VariancePrior> forkPriors() {
        Map<String, List<Variance>> variances = new TreeMap<>();
        for (Sides sides : usable) {
            variances
                    .computeIfAbsent(sides.pair().metric().name(), metric -> new ArrayList<>())
                    .add(sides.forkVariance());
        }
        Map<String, VariancePrior> priors = new TreeMap<>();
        variances.forEach((metric, known) -> priors.put(metric, VariancePrior.fit(known, NoiseHistory.ASSUMED_FORKS)));
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
