package org.evenkeel.leakcheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.jspecify.annotations.Nullable;

/**
 * One sample as it stands in {@code leakcheck.json}.
 *
 * @param operations left out, as those of all batches, where nobody counts them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SampleDocument(
        @JsonProperty(required = true) int batch,
        @Nullable Long operations,
        @Nullable Long totalOperations,
        @JsonProperty(required = true) long batchNanos,
        @JsonProperty(required = true) long elapsedNanos,
        @JsonProperty(required = true) Map<String, Long> signals) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    static SampleDocument of(Sample sample, GrowthPer per) {
        Map<String, Long> readings = new LinkedHashMap<>();
        sample.signals().forEach((signal, value) -> readings.put(signal.label(), value));
        boolean byOperations = per == GrowthPer.OPERATION;
        return new SampleDocument(
                sample.batch(),
                byOperations ? (Long) sample.operations() : null,
                byOperations ? (Long) sample.totalOperations() : null,
                sample.batchNanos(),
                sample.elapsedNanos(),
                readings);
    }

    static List<Sample> samples(List<SampleDocument> written, List<Series> classes, GrowthPer per) {
        List<Map<HeapClass, ClassCount>> histograms = Series.histograms(classes);
        List<Sample> samples = new ArrayList<>();
        long before = 0;
        for (SampleDocument sample : written) {
            int index = samples.size();
            Sample read = sample.sample(per, before, index < histograms.size() ? histograms.get(index) : Map.of());
            before = read.totalOperations();
            samples.add(read);
        }
        return samples;
    }

    private Sample sample(GrowthPer per, long before, Map<HeapClass, ClassCount> histogram) {
        Map<Signal, Long> readings = new EnumMap<>(Signal.class);
        // What only a newer version knows is passed over.
        signals.forEach((label, value) -> Signal.labelled(label).ifPresent(known -> readings.put(known, value)));
        long counted =
                per == GrowthPer.OPERATION ? given("totalOperations", totalOperations) : elapsedNanos / NANOS_PER_MILLI;
        return new Sample(
                batch,
                per == GrowthPer.OPERATION ? given("operations", operations) : counted - before,
                counted,
                batchNanos,
                elapsedNanos,
                readings,
                new HeapHistogram(histogram));
    }

    private long given(String field, @Nullable Long value) {
        if (value == null) {
            throw new IllegalArgumentException("expected \"" + field + "\" in sample " + batch + ", found none");
        }
        return value;
    }

    /** What one class took in each sample. */
    record Series(
            @JsonProperty(value = "class", required = true) String name,
            boolean platform,
            @JsonProperty(required = true) List<Long> instances,
            @JsonProperty(required = true) List<Long> bytes) {

        /** Of the classes whose number of instances or bytes changed; the others say nothing about growth. */
        static List<Series> of(List<Sample> samples) {
            Set<HeapClass> changing = new TreeSet<>();
            for (int i = 1; i < samples.size(); i++) {
                HeapHistogram before = samples.get(i - 1).histogram();
                HeapHistogram now = samples.get(i).histogram();
                for (HeapClass heapClass : now.classes().keySet()) {
                    if (!now.of(heapClass).equals(before.of(heapClass))) {
                        changing.add(heapClass);
                    }
                }
                for (HeapClass heapClass : before.classes().keySet()) {
                    if (now.of(heapClass).equals(ClassCount.NONE)) {
                        changing.add(heapClass);
                    }
                }
            }
            return changing.stream().map(heapClass -> of(heapClass, samples)).toList();
        }

        private static Series of(HeapClass heapClass, List<Sample> samples) {
            List<ClassCount> counts = samples.stream()
                    .map(sample -> sample.histogram().of(heapClass))
                    .toList();
            return new Series(
                    heapClass.name(),
                    heapClass.platform(),
                    counts.stream().map(ClassCount::instances).toList(),
                    counts.stream().map(ClassCount::bytes).toList());
        }

        private static List<Map<HeapClass, ClassCount>> histograms(List<Series> all) {
            List<Map<HeapClass, ClassCount>> histograms = new ArrayList<>();
            for (Series series : all) {
                if (series.bytes.size() != series.instances.size()) {
                    throw new IllegalArgumentException("expected as many bytes as instances of class " + series.name
                            + ", found " + series.bytes.size() + " and " + series.instances.size());
                }
                for (int i = 0; i < series.instances.size(); i++) {
                    if (histograms.size() <= i) {
                        histograms.add(new HashMap<>());
                    }
                    ClassCount count = new ClassCount(series.instances.get(i), series.bytes.get(i));
                    if (!count.equals(ClassCount.NONE)) {
                        histograms.get(i).put(new HeapClass(series.name, series.platform), count);
                    }
                }
            }
            return histograms;
        }
    }
}
