package org.evenkeel.leakcheck.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.analysis.Trend;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.evenkeel.leakcheck.samples.Bound;
import org.evenkeel.leakcheck.samples.HeapNoise;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.samples.Unit;

/**
 * Turns a recording into a verdict; a pure function, so a stored recording can be judged again.
 *
 * @param limits how much growth is accepted
 * @param budget what the check may take
 * @param patience how long growth has to go on before it counts
 * @param mostExcluded a heap is steady only where growth per operation of that many bytes is excluded
 */
public record Judge(GrowthLimits limits, Duration budget, Patience patience, double mostExcluded) {

    /** Confidence level of what is reported. */
    private static final double REPORTED = 0.99;

    private static final AlphaSpending ALPHA = new AlphaSpending(0.01);
    /** A check that is steady so far goes on for this many samples, to have seen a burst in fifty batches. */
    private static final int LEAST_SAMPLES_FOR_STEADY = 70;

    /** Growth per batch up to this multiple of the rule's least may be distorted by what the machinery leaves behind. */
    private static final double MACHINERY_RANGE = 8;

    /**
     * Growth of the heap by less is not held against anybody, unless a class of the application grows. Things that are
     * made once for each of many places, when two callers first meet there, fill up at such rates for minutes: each lock
     * that was ever contended keeps a node of its queue.
     */
    private static final double LEAST_BYTES_PER_OPERATION = 0.005;

    /**
     * Growth per operation that a steady heap excludes at least, in bytes: no object is smaller, so at least it is not one
     * for each operation.
     */
    private static final double EXCLUDED = 16;
    /** The same before the budget is spent. What cannot be excluded yet gets more of it. */
    private static final double EXCLUDED_EARLY = 1;

    private static final int LEAST_SAMPLES_FOR_GROWING = 20;
    private static final int SAMPLES_PER_LOOK = 5;

    /** As patient as the budget allows. */
    public Judge(GrowthLimits limits, Duration budget) {
        this(limits, budget, Patience.within(budget), EXCLUDED);
    }

    /** Of a JVM that nobody forces to collect, whose operations may be milliseconds. */
    static Judge ofAWatch(Duration duration, Patience patience) {
        return new Judge(GrowthLimits.NONE, duration, patience, Double.POSITIVE_INFINITY);
    }

    /** The stopping rule: whether the recording decides already. */
    public boolean isDecided(Recording recording) {
        int samples = recording.samples().size();
        if (samples < LEAST_SAMPLES_FOR_GROWING) {
            return false;
        }
        LeakVerdict verdict = judge(recording, false);
        return verdict instanceof LeakVerdict.Growing
                || (verdict instanceof LeakVerdict.Steady && samples >= LEAST_SAMPLES_FOR_STEADY);
    }

    /**
     * Whether what grows may be something that fills up, such as a cache: the heap alone grows. Of a heap whose readings hold more
     * than what lives, long batches would tell nothing.
     */
    public boolean mayHaveABound(Recording recording) {
        if (recording.noise() != HeapNoise.NONE || recording.samples().size() < LEAST_SAMPLES_FOR_GROWING) {
            return false;
        }
        LeakVerdict verdict = judge(recording, true);
        return verdict instanceof LeakVerdict.Growing
                && verdict.evidence().signalsThatAre(Tendency.GROWING).stream()
                        .filter(Judge::decides)
                        .allMatch(found -> found.signal() == Signal.HEAP);
    }

    /** The verdict on a finished recording of something of which more is known than what was recorded. */
    public LeakVerdict judge(Recording recording, Bound bound) {
        LeakVerdict verdict = judge(recording, true);
        if (bound == Bound.NONE || !(verdict instanceof LeakVerdict.Growing)) {
            return verdict;
        }
        return bound == Bound.MET
                ? new LeakVerdict.Inconclusive(
                        verdict.evidence(),
                        verdict.growth(),
                        "It grew, stopped when it was given room and time, as a cache does, and was not watched for long enough since.",
                        moreOperations(recording, 4))
                : new LeakVerdict.Inconclusive(
                        verdict.evidence(),
                        verdict.growth(),
                        "It grows, and what is kept carries a time, so it may expire: it was not watched for long enough to tell.",
                        "a --budget of "
                                + Bound.USUAL_LIFE.multipliedBy(4).dividedBy(3).toSeconds() + " s or more, now "
                                + budget.toSeconds() + " s");
    }

    /** The verdict on a finished recording. */
    public LeakVerdict judge(Recording recording) {
        return judge(recording, true);
    }

    private LeakVerdict judge(Recording recording, boolean last) {
        List<Sample> samples = recording.samples();
        if (samples.size() < LEAST_SAMPLES_FOR_GROWING) {
            List<SignalFinding> signals = FewSamples.judge(recording);
            LeakEvidence evidence = LeakEvidence.of(signals);
            List<String> growing = evidence.signalsThatAre(Tendency.GROWING).stream()
                    .map(found -> found.signal().label())
                    .toList();
            if (last && !growing.isEmpty()) {
                return new LeakVerdict.Growing(
                        evidence,
                        Growth.NONE,
                        "Growth in each of " + samples.size() + " batches that follows the operations exactly: "
                                + String.join(", ", growing) + ".");
            }
            return new LeakVerdict.Inconclusive(
                    evidence,
                    "There are " + samples.size() + " samples, too few to see a trend.",
                    "at least " + LEAST_SAMPLES_FOR_GROWING
                            + " samples: a longer --budget, or fewer --operations per batch");
        }
        int look = Math.max(1, samples.size() / SAMPLES_PER_LOOK);
        TrendJudge trendJudge = new TrendJudge(
                ALPHA.confidenceLevel(look), Duration.ofNanos(recording.observedNanos()), patience, last);
        LeakVerdict verdict = judge(recording, trendJudge);
        // Beside something that leaks, the rest of what grows is hardly filling up by chance.
        return verdict instanceof LeakVerdict.Growing ? judge(recording, trendJudge.with(Patience.NONE)) : verdict;
    }

    private LeakVerdict judge(Recording recording, TrendJudge trendJudge) {
        List<Sample> samples = recording.samples();
        List<SignalFinding> signals = new ArrayList<>();
        Optional<GrowthRate> rate = Optional.empty();
        OptionalDouble excluded = OptionalDouble.empty();
        for (Signal signal : Signal.values()) {
            for (SignalSeries series : recording.series(signal)) {
                if (series.size() < LEAST_SAMPLES_FOR_GROWING) {
                    continue;
                }
                TrendJudge ofSeries = trendJudge.observing(Duration.ofNanos(recording.observedNanos(signal)));
                SignalRule rule =
                        SignalRule.of(signal, recording.noise(), recording.jvm().maxHeapBytes());
                Trend trend = Trend.of(series, REPORTED, rule.resolution());
                GrowthRate growth = rate(trend, rule);
                SignalFinding finding = judge(signal, series, trend, growth, ofSeries, rule);
                if (signal == Signal.HEAP) {
                    rate = Optional.of(growth);
                    double hidden = hidden(series, growth, rule);
                    excluded = OptionalDouble.of(Math.max(hidden, least(trend, rule)));
                    finding = claimed(finding, trend, growth, hidden, rule, trendJudge.last());
                }
                signals.add(finding);
            }
        }
        double accepted = limits.bytesPerOperation().orElse(0);
        List<ClassFinding> classes = samples.get(0).histogram().classes().isEmpty()
                ? List.of()
                : ClassJudge.judge(samples, trendJudge, REPORTED, accepted);
        return conclude(recording, rate, excluded, signals, classes);
    }

    private SignalFinding judge(
            Signal signal,
            SignalSeries series,
            Trend trend,
            GrowthRate growth,
            TrendJudge trendJudge,
            SignalRule rule) {
        double bytesEach = signal.unit() == Unit.BYTES ? 1 : 0;
        double accepted =
                signal == Signal.HEAP ? Math.max(limits.bytesPerOperation().orElse(0), LEAST_BYTES_PER_OPERATION) : 0;
        LeakFinding finding = trendJudge.judge(trend, rule, bytesEach, accepted);
        if (signal == Signal.HEAP
                && finding.tendency() != Tendency.STEADY
                && limits.relativeGrowth().isPresent()) {
            finding = withinRelativeLimit(finding, series, trendJudge.last());
        }
        return new SignalFinding(
                signal,
                finding,
                OptionalDouble.of(growth.perOperation()),
                Optional.of(trend.models().winner()));
    }

    /** Growth per operation that could always hide: what readings leave behind, and what is held against nobody. */
    private static double least(Trend trend, SignalRule rule) {
        return Math.max(machinery(trend, rule), LEAST_BYTES_PER_OPERATION);
    }

    private static double machinery(Trend trend, SignalRule rule) {
        return rule.least().ofOperations() * trend.points() / trend.operations();
    }

    /**
     * Growth per operation that the samples do not exclude, less what could always hide. Nobody knows how far a heap that fell
     * would have fallen without it; of one that lies still since, the later half tells.
     */
    private static double hidden(SignalSeries series, GrowthRate growth, SignalRule rule) {
        double behindFall = hidden(growth);
        if (growth.perOperation() >= 0 || series.size() < 2 * LEAST_SAMPLES_FOR_GROWING) {
            return behindFall;
        }
        SignalSeries later = series.part(series.size() / 2, series.size());
        return Math.min(behindFall, hidden(rate(Trend.of(later, REPORTED, rule.resolution()), rule)));
    }

    private static double hidden(GrowthRate growth) {
        return Math.max(growth.interval().upper(), -growth.perOperation());
    }

    /**
     * That a heap is steady is a claim about what would have been seen. It is made of a heap whose growth may be zero and cannot
     * be large; early, only where it can hardly be anything.
     */
    private SignalFinding claimed(
            SignalFinding found, Trend trend, GrowthRate growth, double hidden, SignalRule rule, boolean last) {
        double accepted = limits.bytesPerOperation().orElse(0);
        if (found.finding().tendency() != Tendency.STEADY
                || limits.relativeGrowth().isPresent()
                || Double.isInfinite(mostExcluded)
                || hidden <= Math.max(accepted, LEAST_BYTES_PER_OPERATION)) {
            return found;
        }
        double excluded = Math.max(hidden, least(trend, rule));
        double most = Math.max(accepted, last ? mostExcluded : Math.min(mostExcluded, EXCLUDED_EARLY));
        String doubt;
        if (growth.interval().lower() > Math.max(accepted, machinery(trend, rule))) {
            doubt = String.format(
                    Locale.ROOT,
                    "grows by %.3g to %.3g per operation, too little yet to tell from warming up",
                    growth.interval().lower(),
                    growth.interval().upper());
        } else if (excluded > most) {
            doubt = String.format(
                    Locale.ROOT,
                    growth.interval().upper() < -growth.perOperation()
                            ? "still falls, and growth of up to %.3g per operation could hide behind that"
                            : "growth of up to %.3g per operation could hide in its swing",
                    excluded);
        } else {
            return found;
        }
        return new SignalFinding(
                found.signal(), new LeakFinding(Tendency.UNDECIDED, doubt), found.perOperation(), found.model());
    }

    private LeakFinding withinRelativeLimit(LeakFinding finding, SignalSeries series, boolean last) {
        double start = series.value(0);
        double grown = (series.value(series.size() - 1) - start) / Math.max(1, start);
        double accepted = limits.relativeGrowth().orElse(0);
        if (grown > accepted) {
            return finding;
        }
        return last
                ? new LeakFinding(
                        Tendency.STEADY,
                        String.format(
                                Locale.ROOT,
                                "grew by %.1f %% while it was watched, of which %.1f %% are accepted",
                                100 * grown,
                                100 * accepted))
                : new LeakFinding(Tendency.UNDECIDED, "has not passed the accepted growth yet");
    }

    private static GrowthRate rate(Trend trend, SignalRule rule) {
        double estimate = trend.slope().perOperation();
        Interval interval = trend.blocks().interval(REPORTED);
        double perBatch = Math.abs(estimate) * trend.operationsPerBatch();
        Interval apart = trend.rates().perOperationLeastSquares();
        boolean machineryMatters = perBatch < MACHINERY_RANGE * rule.least().ofAnything()
                && Math.abs(trend.rates().perBatch()) > perBatch / 10;
        if (machineryMatters && Double.isFinite(apart.lower())) {
            estimate = trend.rates().perOperation();
            interval = apart;
        }
        Interval lowest = trend.lowest();
        if (lowest.upper() - lowest.lower() < interval.upper() - interval.lower()) {
            interval = lowest;
            estimate = Math.max(interval.lower(), Math.min(interval.upper(), estimate));
        }
        return new GrowthRate(
                estimate,
                new Interval(Math.min(interval.lower(), estimate), Math.max(interval.upper(), estimate), REPORTED));
    }

    private LeakVerdict conclude(
            Recording recording,
            Optional<GrowthRate> rate,
            OptionalDouble excluded,
            List<SignalFinding> signals,
            List<ClassFinding> classes) {
        List<ClassFinding> growing = classes.stream()
                .filter(c -> c.finding().tendency() == Tendency.GROWING)
                .toList();
        boolean relativeLimit = limits.relativeGrowth().isPresent();
        List<String> grow = Stream.concat(
                        signals.stream()
                                .filter(s -> decides(s) && s.finding().tendency() == Tendency.GROWING)
                                .map(s -> s.signal().label()),
                        growing.stream()
                                .filter(c -> !c.heapClass().platform() && !relativeLimit)
                                .limit(1)
                                .map(c -> "the number of " + c.heapClass().name()))
                .toList();
        LeakEvidence evidence = new LeakEvidence(rate, signals, excluded);
        Growth growth = new Growth(untilFull(recording, rate, grow), growing);
        if (!grow.isEmpty()) {
            return new LeakVerdict.Growing(
                    evidence, growth, "Growth that does not stop: " + String.join(", ", grow) + ".");
        }
        List<String> unsettled = Stream.concat(
                        signals.stream()
                                .filter(s -> decides(s)
                                        && SignalRule.hasToSettle(s.signal())
                                        && s.finding().tendency() == Tendency.UNDECIDED)
                                .map(s ->
                                        s.signal().label() + " (" + s.finding().reason() + ")"),
                        classes.stream()
                                .filter(c -> !c.heapClass().platform()
                                        && !relativeLimit
                                        && c.finding().tendency() == Tendency.UNDECIDED)
                                .map(c -> "the number of " + c.heapClass().name() + " ("
                                        + c.finding().reason() + ")"))
                .toList();
        if (signals.isEmpty()) {
            return new LeakVerdict.Inconclusive(
                    evidence, "Nothing that was to be looked at could be read.", "other signals, or another --source");
        }
        if (!unsettled.isEmpty()) {
            return new LeakVerdict.Inconclusive(
                    evidence,
                    growth,
                    "The evidence does not decide: "
                            + unsettled.stream().limit(3).collect(Collectors.joining(", ")) + ".",
                    "more operations: a longer --budget, now " + budget.toSeconds() + " s");
        }
        double wanted = limits.excludedBytesPerOperation().orElse(Double.POSITIVE_INFINITY);
        if (excluded.orElse(Double.POSITIVE_INFINITY) > wanted && Double.isFinite(wanted)) {
            return new LeakVerdict.Inconclusive(
                    evidence,
                    excluded.isEmpty()
                            ? "Nothing grows, but the heap was not looked at, so no growth of it can be excluded."
                            : String.format(
                                    Locale.ROOT,
                                    "Nothing grows, but only growth of %.3g B/op or more is excluded, not of %.3g B/op.",
                                    excluded.getAsDouble(),
                                    wanted),
                    moreOperations(recording, excluded.orElse(wanted) / wanted));
        }
        return new LeakVerdict.Steady(
                evidence,
                "Nothing grows: " + recording.samples().size() + " samples over "
                        + String.format(Locale.ROOT, "%,d", recording.totalOperations()) + " operations.");
    }

    /** What excludes a rate shrinks with the operations. */
    private String moreOperations(Recording recording, double factor) {
        return String.format(
                Locale.ROOT,
                "about %,.0f operations instead of %,d: a longer --budget, now %d s",
                Math.ceil(factor * recording.totalOperations()),
                recording.totalOperations(),
                budget.toSeconds());
    }

    private static boolean decides(SignalFinding finding) {
        return SignalRule.decides(finding.signal());
    }

    private static OptionalDouble untilFull(Recording recording, Optional<GrowthRate> rate, List<String> growing) {
        if (rate.isEmpty() || growing.isEmpty() || rate.get().perOperation() <= 0) {
            return OptionalDouble.empty();
        }
        Sample end = recording.samples().get(recording.samples().size() - 1);
        double free = recording.jvm().maxHeapBytes() - end.reading(Signal.HEAP).orElse(0);
        return OptionalDouble.of(Math.max(0, free) / rate.get().perOperation());
    }
}
