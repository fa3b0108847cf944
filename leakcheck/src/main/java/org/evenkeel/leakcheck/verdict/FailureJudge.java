package org.evenkeel.leakcheck.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.analysis.GrowthModel;
import org.evenkeel.leakcheck.analysis.Trend;
import org.evenkeel.leakcheck.samples.Failure;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.samples.Unit;

/** The verdict on a run that broke: invalid, unless it ran out of something that had been growing until then. */
public final class FailureJudge {

    /** Samples that growth has to be seen in. */
    private static final int LEAST_SAMPLES = 5;
    /** Share of the steps from sample to sample that go up. */
    private static final double MOSTLY = 0.8;
    /** Share of the heap that has to have gone while it was watched. */
    private static final double SHARE_OF_HEAP = 0.2;
    /** Of a resource that is counted, as many have to have come. */
    private static final double COUNT = 50;

    private static final double REPORTED = 0.99;

    private FailureJudge() {}

    /** Judges. */
    public static LeakVerdict judge(Recording recording, Failure failure) {
        if (failure.kind() == Failure.Kind.OUT_OF_MEMORY) {
            List<SignalFinding> grew = List.of(Signal.values()).stream()
                    .filter(signal -> signal != Signal.METASPACE)
                    .flatMap(signal -> recording.series(signal).stream()
                            .filter(series -> grewUntilTheEnd(signal, series, recording))
                            .map(series -> finding(signal, series)))
                    .toList();
            if (!grew.isEmpty()) {
                String what = grew.stream().map(s -> s.signal().label()).collect(Collectors.joining(", "));
                return new LeakVerdict.Growing(
                        new LeakEvidence(rate(recording), grew, OptionalDouble.empty()),
                        new Growth(OptionalDouble.of(0), List.of()),
                        "It ran out of memory (" + failure.detail() + ") after growth in nearly every batch: " + what
                                + ".");
            }
        }
        return new LeakVerdict.Invalid(LeakEvidence.NONE, sentence(failure));
    }

    private static boolean grewUntilTheEnd(Signal signal, SignalSeries series, Recording recording) {
        int n = series.size();
        if (n < LEAST_SAMPLES) {
            return false;
        }
        int up = 0;
        for (int i = 1; i < n; i++) {
            up += series.value(i) > series.value(i - 1) ? 1 : 0;
        }
        double grown = series.value(n - 1) - series.value(0);
        double least =
                signal.unit() == Unit.BYTES ? SHARE_OF_HEAP * recording.jvm().maxHeapBytes() : COUNT;
        return up >= MOSTLY * (n - 1) && grown >= least;
    }

    private static SignalFinding finding(Signal signal, SignalSeries series) {
        return new SignalFinding(
                signal,
                new LeakFinding(Tendency.GROWING, "grew until the memory ran out"),
                OptionalDouble.of(meanRate(series)),
                Optional.of(GrowthModel.LINEAR));
    }

    private static Optional<GrowthRate> rate(Recording recording) {
        return recording.series(Signal.HEAP).stream()
                .findFirst()
                .filter(series -> series.size() >= LEAST_SAMPLES)
                .map(series -> {
                    double mean = meanRate(series);
                    Interval interval = series.size() < Trend.LEAST_POINTS
                            ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, REPORTED)
                            : Trend.of(series, REPORTED, 1).blocks().interval(REPORTED);
                    return new GrowthRate(
                            mean,
                            new Interval(Math.min(mean, interval.lower()), Math.max(mean, interval.upper()), REPORTED));
                });
    }

    private static double meanRate(SignalSeries series) {
        return (series.value(series.size() - 1) - series.value(0)) / series.span();
    }

    private static String sentence(Failure failure) {
        String what = switch (failure.kind()) {
            case THREW -> "The workload threw: ";
            case EXITED -> "The workload ended its JVM: ";
            case HUNG -> "The workload hangs: ";
            case BROKE_INVARIANT -> "An invariant of the workload is broken: ";
            case OUT_OF_MEMORY ->
                "It ran out of memory before growth could be told from a need for more (give a larger heap with"
                        + " --jvm-arg=-Xmx, or fewer --operations per batch): ";
        };
        return String.format(Locale.ROOT, "%s%s.", what, failure.detail());
    }
}
