package org.evenkeel.leakcheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.analysis.GrowthModel;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.HeapNoise;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.Growth;
import org.evenkeel.leakcheck.verdict.GrowthRate;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakFinding;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;

/** Results to render. */
final class Examples {

    private static final HeapClass ORDER = new HeapClass("com.acme.Order", false);
    private static final HeapClass BYTES = new HeapClass("[B", true);

    private Examples() {}

    static LeakReport growing() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            samples.add(new Sample(
                    i,
                    1000,
                    1000L * (i + 1),
                    5_000_000,
                    (i + 1) * 30_000_000L,
                    Map.of(Signal.HEAP, 1_048_576L + 24_576L * i, Signal.THREADS, 9L),
                    new HeapHistogram(
                            Map.of(ORDER, new ClassCount(1000L * i, 24_000L * i), BYTES, new ClassCount(5, 80)))));
        }
        LeakEvidence evidence = new LeakEvidence(
                Optional.of(new GrowthRate(24, new Interval(23.5, 24.5, 0.99))),
                List.of(
                        new SignalFinding(
                                Signal.HEAP,
                                new LeakFinding(Tendency.GROWING, "grew at the same rate"),
                                OptionalDouble.of(24),
                                Optional.of(GrowthModel.LINEAR)),
                        new SignalFinding(
                                Signal.THREADS,
                                new LeakFinding(Tendency.STEADY, "flat"),
                                OptionalDouble.of(0),
                                Optional.of(GrowthModel.CONSTANT))),
                OptionalDouble.empty());
        Growth growth = new Growth(
                OptionalDouble.of(178_956_970),
                List.of(new ClassFinding(ORDER, new LeakFinding(Tendency.GROWING, "grew"), 1, 24)));
        return new LeakReport(
                "shop",
                new LeakVerdict.Growing(evidence, growth, "Growth that does not stop: heap."),
                new Recording(
                        new CheckedJvmFacts("HotSpot 17", 4L << 30), HeapSource.HISTOGRAM, samples, List.of("A note.")),
                1.25);
    }

    /** Of a service that nobody counts the operations of: the samples count milliseconds, and the heap grows by 0.8 B in each. */
    static LeakReport watched() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            samples.add(new Sample(
                    i,
                    30_000,
                    30_000L * (i + 1),
                    30_000_000_000L,
                    (i + 1) * 30_000_000_000L,
                    Map.of(Signal.HEAP, 1_048_576L + 24_000L * i),
                    HeapHistogram.NONE));
        }
        LeakEvidence evidence = new LeakEvidence(
                Optional.of(new GrowthRate(0.8, new Interval(0.75, 0.85, 0.99))),
                List.of(new SignalFinding(
                        Signal.HEAP,
                        new LeakFinding(Tendency.GROWING, "grew at the same rate"),
                        OptionalDouble.of(0.8),
                        Optional.of(GrowthModel.LINEAR))),
                OptionalDouble.of(0.5));
        return new LeakReport(
                "4711",
                new LeakVerdict.Growing(evidence, Growth.NONE, "Growth that does not stop: heap."),
                new Recording(
                        new CheckedJvmFacts("HotSpot 17", 4L << 30),
                        HeapSource.NOTIFICATIONS,
                        HeapNoise.of(HeapSource.NOTIFICATIONS),
                        GrowthPer.MINUTE,
                        samples,
                        List.of()),
                120);
    }

    static LeakReport inconclusive() {
        LeakEvidence evidence = new LeakEvidence(
                Optional.of(new GrowthRate(1, new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.99))),
                List.of(),
                OptionalDouble.empty());
        return new LeakReport(
                "shop?size=2",
                new LeakVerdict.Inconclusive(evidence, "It does not decide.", "a longer --budget"),
                growing().recording(),
                60);
    }
}
