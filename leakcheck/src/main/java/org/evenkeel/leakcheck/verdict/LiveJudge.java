package org.evenkeel.leakcheck.verdict;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.leakcheck.samples.Collected;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.LiveRecording;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Windows;

/**
 * The verdict on a JVM that nobody forces to collect, by the same rules as that on a workload.
 *
 * <p>A young collection leaves dead old objects where they are, so the heap after it may rise for hours with nothing leaking.
 * Growth is therefore shown by collections of the old generation only. Steadiness can be shown by any: what is alive is never
 * more than what a collection leaves.
 */
public record LiveJudge(Duration duration) {

    /** A service fills its caches at the pace of its load, so it is watched for longer than a workload at full speed. */
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(5);

    private static final double SHARE_OF_DURATION = 0.4;
    /** Time in collections, as a share of all, that leaves a service too little to show anything. */
    private static final double MOST_COLLECTING = 0.5;

    /**
     * A verdict, and what it was reached on.
     *
     * @param recording the windows that were judged
     */
    public record Judged(LeakVerdict verdict, Recording recording) {

        /** Growth of the heap per minute, from the rate per operation or millisecond. */
        public Optional<GrowthRate> heapPerMinute() {
            double perMinute = recording.per() == GrowthPer.MINUTE
                    ? GrowthPer.MINUTE.counted()
                    : recording.totalOperations() / Math.max(1.0, (double) recording.observedNanos()) * 6e10;
            return verdict.evidence()
                    .rate()
                    .map(rate -> new GrowthRate(
                            rate.perOperation() * perMinute, rate.interval().times(perMinute)));
        }

        /** Growth of the heap per operation, where the service counts them. */
        public Optional<GrowthRate> heapPerOperation() {
            return recording.per() == GrowthPer.OPERATION ? verdict.evidence().rate() : Optional.empty();
        }
    }

    /** Judges what was seen so far. */
    public Judged judge(LiveRecording live) {
        Judged judged = judgeWindows(live);
        Judged honest = live.collectingShare() > MOST_COLLECTING
                ? new Judged(tooBusy(judged.verdict(), live), judged.recording())
                : judged;
        return honest.recording().per() == GrowthPer.OPERATION
                ? honest
                : new Judged(withoutOperations(honest.verdict()), honest.recording());
    }

    /** A service that hardly runs cannot show what it keeps. */
    private static LeakVerdict tooBusy(LeakVerdict verdict, LiveRecording live) {
        return verdict instanceof LeakVerdict.Steady steady
                ? new LeakVerdict.Inconclusive(
                        steady.evidence(),
                        String.format(
                                Locale.ROOT,
                                "The evidence does not decide: collections took %.0f of %.0f s, so the service hardly ran.",
                                live.collectingNanos() / 1e9,
                                live.observedNanos() / 1e9),
                        "a larger heap, in which the service runs")
                : verdict;
    }

    /** A number of operations until the heap is full needs operations; milliseconds are none. */
    private static LeakVerdict withoutOperations(LeakVerdict verdict) {
        return verdict instanceof LeakVerdict.Growing growing
                ? new LeakVerdict.Growing(
                        growing.evidence(),
                        new Growth(OptionalDouble.empty(), growing.growth().classes()),
                        growing.explanation())
                : verdict;
    }

    private Judged judgeWindows(LiveRecording live) {
        Judge judge = Judge.ofAWatch(duration, patience());
        Optional<Recording> old = Windows.of(live, Collected::oldGeneration);
        if (old.isPresent()) {
            return new Judged(inWordsOfAWatch(judge.judge(old.get())), old.get());
        }
        Recording rest = Windows.withoutHeap(live);
        LeakVerdict verdict = judge.judge(rest);
        if (verdict instanceof LeakVerdict.Growing) {
            return new Judged(verdict, rest);
        }
        Optional<Recording> any = Windows.of(live, collection -> true);
        if (any.isEmpty()) {
            return new Judged(undecided(verdict, "the heap was collected too seldom to see a trend", live), rest);
        }
        LeakVerdict withYoung = judge.judge(any.get());
        return withYoung instanceof LeakVerdict.Steady
                ? new Judged(withYoung, any.get())
                : new Judged(
                        undecided(
                                withYoung,
                                "what young collections leave does not stay level, and may be dead objects that only a"
                                        + " collection of the old generation would find",
                                live),
                        any.get());
    }

    private Patience patience() {
        Duration share = Duration.ofNanos((long) (duration.toNanos() * SHARE_OF_DURATION));
        return new Patience(share.compareTo(LEAST_PATIENCE) > 0 ? share : LEAST_PATIENCE);
    }

    private LeakVerdict inWordsOfAWatch(LeakVerdict verdict) {
        return verdict instanceof LeakVerdict.Inconclusive undecided
                ? undecided.settledBy("a longer --duration, now " + duration.toSeconds() + " s")
                : verdict;
    }

    private static LeakVerdict undecided(LeakVerdict seen, String why, LiveRecording live) {
        long old = live.collections().stream().filter(Collected::oldGeneration).count();
        return new LeakVerdict.Inconclusive(
                LeakEvidence.of(seen.evidence().signals()),
                "The evidence does not decide: of " + live.collections().size() + " collections " + old
                        + " went through the old generation, and " + why + ".",
                "a longer --duration, some calls of jcmd PID GC.run spread over it, or --force-gc");
    }
}
