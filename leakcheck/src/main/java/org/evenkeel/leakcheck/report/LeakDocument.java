package org.evenkeel.leakcheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.analysis.GrowthModel;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.HeapNoise;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.Growth;
import org.evenkeel.leakcheck.verdict.GrowthRate;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakFinding;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;
import org.evenkeel.leakcheck.verdict.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * One result as it stands in {@code leakcheck.json}; its components are the fields there, in their order. Where growth is counted against
 * time, those that count operations are left out, and rates are per minute, under names of their own: no unit stands for another.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeakDocument(
        @JsonProperty(required = true) int schemaVersion,
        @JsonProperty(required = true) String workload,
        @JsonProperty(required = true) LeakVerdictName verdict,
        String explanation,
        @Nullable String whatWouldSettle,
        @Nullable Long operations,
        int batches,
        @JsonProperty(required = true) double elapsedSeconds,
        @Nullable Rate bytesPerOperation,
        @Nullable Rate bytesPerMinute,
        @Nullable Double excludedBytesPerOperation,
        @Nullable Double excludedBytesPerMinute,
        @Nullable Double operationsUntilFull,
        List<SignalFound> signals,
        List<GrowingClass> growingClasses,
        @Nullable String cause,
        List<CauseDocument.HeldBy> paths,
        List<CauseDocument.AllocatedBy> allocationSites,
        List<String> resources,
        List<String> causeNotes,
        String jvm,
        long maxHeapBytes,
        String source,
        String heapNoise,
        List<String> notes,
        List<SampleDocument> samples,
        List<SampleDocument.Series> classSeries) {

    /** The version of the format. */
    static final int VERSION = 1;

    /** Whatever an older version left out. */
    LeakDocument {
        explanation = Objects.requireNonNullElse(explanation, "");
        signals = orNone(signals);
        growingClasses = orNone(growingClasses);
        paths = orNone(paths);
        allocationSites = orNone(allocationSites);
        resources = orNone(resources);
        causeNotes = orNone(causeNotes);
        jvm = Objects.requireNonNullElse(jvm, "unknown");
        maxHeapBytes = maxHeapBytes > 0 ? maxHeapBytes : Long.MAX_VALUE;
        source = Objects.requireNonNullElse(source, HeapSource.HISTOGRAM.label());
        heapNoise = Objects.requireNonNullElse(heapNoise, "");
        notes = orNone(notes);
        samples = orNone(samples);
        classSeries = orNone(classSeries);
    }

    /**
     * A rate with its interval.
     *
     * @param lower left out where the data give no bound, since JSON has no infinity
     * @param upper the same
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rate(
            @JsonProperty(required = true) double estimate,
            @Nullable Double lower,
            @Nullable Double upper,
            @JsonProperty(required = true) double confidenceLevel) {

        private static Rate of(GrowthRate rate, GrowthPer per) {
            Interval interval = rate.interval().times(per.counted());
            return new Rate(
                    rate.perOperation() * per.counted(),
                    finite(interval.lower()),
                    finite(interval.upper()),
                    interval.confidenceLevel());
        }

        private static @Nullable Double finite(double bound) {
            return Double.isFinite(bound) ? (Double) bound : null;
        }

        private GrowthRate rate(GrowthPer per) {
            return new GrowthRate(
                    estimate / per.counted(),
                    new Interval(
                            (lower == null ? Double.NEGATIVE_INFINITY : lower) / per.counted(),
                            (upper == null ? Double.POSITIVE_INFINITY : upper) / per.counted(),
                            confidenceLevel));
        }
    }

    /** What one signal does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignalFound(
            @JsonProperty(required = true) String name,
            String unit,
            @JsonProperty(required = true) LeakVerdictName verdict,
            @Nullable Double perOperation,
            @Nullable Double perMinute,
            String model,
            String reason) {

        private static SignalFound of(SignalFinding found, GrowthPer per) {
            @Nullable Double rate = shown(found.perOperation(), per);
            return new SignalFound(
                    found.signal().label(),
                    found.signal().unit().plural(),
                    Tendencies.name(found.finding().tendency()),
                    per == GrowthPer.OPERATION ? rate : null,
                    per == GrowthPer.MINUTE ? rate : null,
                    found.modelName(),
                    found.finding().reason());
        }

        /** Empty where only a newer version knows the signal. */
        private Optional<SignalFinding> finding(GrowthPer per) {
            return Signal.labelled(name)
                    .map(known -> new SignalFinding(
                            known,
                            new LeakFinding(Tendencies.named(verdict), Objects.requireNonNullElse(reason, "")),
                            counted(per == GrowthPer.OPERATION ? perOperation : perMinute, per),
                            GrowthModel.named(Objects.requireNonNullElse(model, ""))));
        }
    }

    /** A class of which there is more and more. */
    record GrowingClass(
            @JsonProperty(value = "class", required = true) String name,
            boolean platform,
            @JsonProperty(required = true) double instancesPerOperation,
            @JsonProperty(required = true) double bytesPerOperation,
            String reason) {

        private static GrowingClass of(ClassFinding found) {
            return new GrowingClass(
                    found.heapClass().name(),
                    found.heapClass().platform(),
                    found.instancesPerOperation(),
                    found.bytesPerOperation(),
                    found.finding().reason());
        }

        private ClassFinding finding() {
            return new ClassFinding(
                    new HeapClass(name, platform),
                    new LeakFinding(Tendency.GROWING, Objects.requireNonNullElse(reason, "")),
                    instancesPerOperation,
                    bytesPerOperation);
        }
    }

    static LeakDocument of(LeakReport report) {
        Recording recording = report.recording();
        LeakVerdict verdict = report.verdict();
        LeakEvidence evidence = verdict.evidence();
        GrowthPer per = recording.per();
        boolean byOperations = per == GrowthPer.OPERATION;
        @Nullable Rate rate = evidence.rate().map(found -> Rate.of(found, per)).orElse(null);
        @Nullable Double excluded = shown(evidence.excludedBytesPerOperation(), per);
        Cause cause = report.cause();
        return new LeakDocument(
                VERSION,
                report.workload(),
                verdict.name(),
                verdict.explanation(),
                verdict instanceof LeakVerdict.Inconclusive inconclusive ? inconclusive.whatWouldSettle() : null,
                byOperations ? (Long) recording.totalOperations() : null,
                recording.samples().size(),
                report.elapsedSeconds(),
                byOperations ? rate : null,
                byOperations ? null : rate,
                byOperations ? excluded : null,
                byOperations ? null : excluded,
                shown(verdict.growth().operationsUntilFull(), GrowthPer.OPERATION),
                evidence.signals().stream()
                        .map(found -> SignalFound.of(found, per))
                        .toList(),
                verdict.growth().classes().stream().map(GrowingClass::of).toList(),
                CauseText.paragraph(cause).orElse(null),
                cause.paths().stream().map(CauseDocument.HeldBy::of).toList(),
                cause.sites().stream().map(CauseDocument.AllocatedBy::of).toList(),
                cause.resources(),
                cause.notes(),
                recording.jvm().version(),
                recording.jvm().maxHeapBytes(),
                recording.source().label(),
                recording.noise().label(),
                recording.notes(),
                recording.samples().stream()
                        .map(sample -> SampleDocument.of(sample, per))
                        .toList(),
                SampleDocument.Series.of(recording.samples()));
    }

    LeakReport report() {
        GrowthPer per = operations == null ? GrowthPer.MINUTE : GrowthPer.OPERATION;
        List<SignalFinding> found = new ArrayList<>();
        signals.forEach(signal -> signal.finding(per).ifPresent(found::add));
        @Nullable Rate rate = operations == null ? bytesPerMinute : bytesPerOperation;
        LeakEvidence evidence = new LeakEvidence(
                Optional.ofNullable(rate).map(written -> written.rate(per)),
                found,
                counted(operations == null ? excludedBytesPerMinute : excludedBytesPerOperation, per));
        HeapSource heap = HeapSource.labelled(source);
        return new LeakReport(
                workload,
                verdict(evidence),
                new Recording(
                        new CheckedJvmFacts(jvm, maxHeapBytes),
                        heap,
                        HeapNoise.labelled(heapNoise, heap),
                        per,
                        SampleDocument.samples(samples, classSeries, per),
                        notes),
                elapsedSeconds,
                new Cause(
                        paths.stream().map(CauseDocument.HeldBy::growingPath).toList(),
                        allocationSites.stream()
                                .map(CauseDocument.AllocatedBy::site)
                                .toList(),
                        resources,
                        causeNotes));
    }

    private LeakVerdict verdict(LeakEvidence evidence) {
        Growth growth = new Growth(
                counted(operationsUntilFull, GrowthPer.OPERATION),
                growingClasses.stream().map(GrowingClass::finding).toList());
        return switch (verdict) {
            case STEADY -> new LeakVerdict.Steady(evidence, explanation);
            case GROWING -> new LeakVerdict.Growing(evidence, growth, explanation);
            case INVALID -> new LeakVerdict.Invalid(evidence, explanation);
            case INCONCLUSIVE ->
                new LeakVerdict.Inconclusive(
                        evidence, growth, explanation, Objects.requireNonNullElse(whatWouldSettle, ""));
        };
    }

    private static @Nullable Double shown(OptionalDouble perCount, GrowthPer per) {
        return perCount.isPresent() ? (Double) (perCount.getAsDouble() * per.counted()) : null;
    }

    private static OptionalDouble counted(@Nullable Double shown, GrowthPer per) {
        return shown == null ? OptionalDouble.empty() : OptionalDouble.of(shown / per.counted());
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
