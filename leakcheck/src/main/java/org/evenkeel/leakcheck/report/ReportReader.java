package org.evenkeel.leakcheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.analysis.GrowthModel;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.ClassCount;
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

/** One result from a JSON tree. Fields and signals of newer versions are passed over. */
final class ReportReader {

    private ReportReader() {}

    static LeakReport read(JsonNode node) {
        int version = required(node, "schemaVersion").asInt();
        if (version != LeakReports.SCHEMA_VERSION) {
            throw new IllegalArgumentException("expected schemaVersion " + LeakReports.SCHEMA_VERSION + ", found "
                    + version + "; use the version of Evenkeel that wrote it, or a newer one");
        }
        return new LeakReport(
                required(node, "workload").asText(),
                verdict(node),
                recording(node),
                required(node, "elapsedSeconds").asDouble(),
                CauseJson.read(node));
    }

    private static LeakVerdict verdict(JsonNode node) {
        String name = required(node, "verdict").asText();
        String explanation = node.path("explanation").asText("");
        LeakEvidence evidence = new LeakEvidence(rate(node), signals(node), number(node, "excludedBytesPerOperation"));
        Growth growth = new Growth(untilFull(node), classes(node));
        return switch (name) {
            case "STEADY" -> new LeakVerdict.Steady(evidence, explanation);
            case "GROWING" -> new LeakVerdict.Growing(evidence, growth, explanation);
            case "INVALID" -> new LeakVerdict.Invalid(evidence, explanation);
            case "INCONCLUSIVE" ->
                new LeakVerdict.Inconclusive(
                        evidence,
                        growth,
                        explanation,
                        node.path("whatWouldSettle").asText(""));
            default ->
                throw new IllegalArgumentException(
                        "verdict: expected STEADY, GROWING, INCONCLUSIVE or INVALID, found " + name);
        };
    }

    private static Optional<GrowthRate> rate(JsonNode node) {
        JsonNode rate = node.path("bytesPerOperation");
        if (!rate.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new GrowthRate(
                required(rate, "estimate").asDouble(),
                new Interval(
                        rate.path("lower").asDouble(Double.NEGATIVE_INFINITY),
                        rate.path("upper").asDouble(Double.POSITIVE_INFINITY),
                        required(rate, "confidenceLevel").asDouble())));
    }

    private static OptionalDouble untilFull(JsonNode node) {
        return number(node, "operationsUntilFull");
    }

    private static List<SignalFinding> signals(JsonNode node) {
        List<SignalFinding> findings = new ArrayList<>();
        for (JsonNode signal : node.path("signals")) {
            Signal.labelled(required(signal, "name").asText()).ifPresent(known -> {
                Tendency tendency = Tendencies.named(required(signal, "verdict").asText());
                findings.add(new SignalFinding(
                        known,
                        new LeakFinding(tendency, signal.path("reason").asText("")),
                        number(signal, "perOperation"),
                        GrowthModel.named(signal.path("model").asText(""))));
            });
        }
        return findings;
    }

    private static List<ClassFinding> classes(JsonNode node) {
        List<ClassFinding> findings = new ArrayList<>();
        for (JsonNode found : node.path("growingClasses")) {
            findings.add(new ClassFinding(
                    heapClass(found),
                    new LeakFinding(Tendency.GROWING, found.path("reason").asText("")),
                    required(found, "instancesPerOperation").asDouble(),
                    required(found, "bytesPerOperation").asDouble()));
        }
        return findings;
    }

    private static HeapClass heapClass(JsonNode node) {
        return new HeapClass(
                required(node, "class").asText(), node.path("platform").asBoolean());
    }

    private static Recording recording(JsonNode node) {
        List<Map<HeapClass, ClassCount>> histograms = histograms(node);
        List<Sample> samples = new ArrayList<>();
        for (JsonNode sample : node.path("samples")) {
            Map<Signal, Long> signals = new EnumMap<>(Signal.class);
            sample.path("signals")
                    .properties()
                    .forEach(entry -> Signal.labelled(entry.getKey())
                            .ifPresent(
                                    known -> signals.put(known, entry.getValue().asLong())));
            int index = samples.size();
            samples.add(new Sample(
                    required(sample, "batch").asInt(),
                    required(sample, "operations").asLong(),
                    required(sample, "totalOperations").asLong(),
                    required(sample, "batchNanos").asLong(),
                    required(sample, "elapsedNanos").asLong(),
                    signals,
                    new HeapHistogram(index < histograms.size() ? histograms.get(index) : Map.of())));
        }
        List<String> notes = new ArrayList<>();
        node.path("notes").forEach(note -> notes.add(note.asText()));
        HeapSource source = HeapSource.labelled(node.path("source").asText("histogram"));
        return new Recording(
                new CheckedJvmFacts(
                        node.path("jvm").asText("unknown"),
                        node.path("maxHeapBytes").asLong(Long.MAX_VALUE)),
                source,
                HeapNoise.labelled(node.path("heapNoise").asText(""), source),
                samples,
                notes);
    }

    private static List<Map<HeapClass, ClassCount>> histograms(JsonNode node) {
        List<Map<HeapClass, ClassCount>> histograms = new ArrayList<>();
        for (JsonNode series : node.path("classSeries")) {
            JsonNode instances = required(series, "instances");
            JsonNode bytes = required(series, "bytes");
            for (int i = 0; i < instances.size(); i++) {
                if (histograms.size() <= i) {
                    histograms.add(new HashMap<>());
                }
                ClassCount count =
                        new ClassCount(instances.get(i).asLong(), bytes.path(i).asLong());
                if (!count.equals(ClassCount.NONE)) {
                    histograms.get(i).put(heapClass(series), count);
                }
            }
        }
        return histograms;
    }

    private static OptionalDouble number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("expected a field \"" + field + "\" in a leak check's result");
        }
        return value;
    }
}
