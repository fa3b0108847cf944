package org.evenkeel.baselines;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.evenkeel.baselines.samples.JmhReader;
import org.evenkeel.baselines.samples.Session;

/** Writes result files as JMH writes them, for tests. */
public final class JmhText {

    private static final String SETTINGS = "\"warmupIterations\".*\"measurementTime\": \"[^\"]*\",";

    private final List<String> results = new ArrayList<>();

    /** A result whose forks have one iteration each. */
    public JmhText add(String benchmark, String mode, String unit, double... forks) {
        return add(benchmark, mode, 1, Map.of(), unit, Map.of(), forks);
    }

    /** The same with all that makes an identity, and with secondary metrics in bytes per operation. */
    public JmhText add(
            String benchmark,
            String mode,
            int threads,
            Map<String, String> params,
            String unit,
            Map<String, double[]> secondary,
            double... forks) {
        results.add("""
                {"jmhVersion": "1.37", "benchmark": "%s", "mode": "%s", "threads": %d, "forks": %d,
                 "jvm": "/opt/jdk/bin/java", "jvmArgs": [], "jdkVersion": "17.0.10",
                 "vmName": "OpenJDK 64-Bit Server VM", "vmVersion": "17.0.10+7-LTS",
                 "warmupIterations": 5, "warmupTime": "10 s", "measurementIterations": 5, "measurementTime": "10 s", "params": {%s},
                 "primaryMetric": {"score": 1, "scoreError": "NaN", "scoreUnit": "%s", "rawData": [%s]},
                 "secondaryMetrics": {%s}}""".formatted(
                        benchmark,
                        mode,
                        threads,
                        forks.length,
                        new TreeMap<>(params)
                                .entrySet().stream()
                                        .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                                        .collect(Collectors.joining(", ")),
                        unit,
                        raw(forks),
                        secondary.entrySet().stream()
                                .map(entry -> "\"" + entry.getKey() + "\": {\"score\": 1, \"scoreUnit\": \"B/op\","
                                        + " \"rawData\": [" + raw(entry.getValue()) + "]}")
                                .collect(Collectors.joining(", "))));
        return this;
    }

    /** A result of one fork with so many iterations. */
    public JmhText addFork(String benchmark, String mode, String unit, double... iterations) {
        add(benchmark, mode, unit, 0);
        results.replaceAll(result -> result.replace("[[0.0]]", "[" + Arrays.toString(iterations) + "]"));
        return this;
    }

    /** A result of sample time, each of whose forks timed the same calls: how many took how long. */
    public JmhText addCalls(String benchmark, int forks, Map<Double, Long> calls) {
        String fork = calls.entrySet().stream()
                .map(entry -> "[" + entry.getKey() + ", " + entry.getValue() + "]")
                .collect(Collectors.joining(", ", "[[", "]]"));
        results.add("""
                {"benchmark": "%s", "mode": "sample", "threads": 1,
                 "warmupIterations": 5, "warmupTime": "10 s", "measurementIterations": 5, "measurementTime": "10 s",
                 "params": {}, "primaryMetric":
                 {"score": 1, "scoreUnit": "us/op", "rawDataHistogram": [%s]}, "secondaryMetrics": {}}""".formatted(benchmark, String.join(", ", Collections.nCopies(forks, fork))));
        return this;
    }

    /** The same results, which say how long each was measured after so many iterations of warm-up, all of one time. */
    public JmhText measured(int iterations, int warmups, String time) {
        results.replaceAll(result -> result.replaceFirst(
                SETTINGS,
                "\"warmupIterations\": %d, \"warmupTime\": \"%s\", \"measurementIterations\": %d, \"measurementTime\": \"%s\","
                        .formatted(warmups, time, iterations, time)));
        return this;
    }

    /** The same results, which say nothing of how long each was measured. */
    public JmhText untold() {
        results.replaceAll(result -> result.replaceFirst(SETTINGS, ""));
        return this;
    }

    /** The file. */
    public String text() {
        return "[\n" + String.join(",\n", results) + "\n]\n";
    }

    /** What is read from it. */
    public Session session(String name) {
        return read(text(), name);
    }

    /** What is read from a text. */
    public static Session read(String text, String name) {
        return JmhReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
    }

    private static String raw(double[] forks) {
        return DoubleStream.of(forks)
                .mapToObj(fork -> Double.isNaN(fork) ? "[\"NaN\"]" : "[" + fork + "]")
                .collect(Collectors.joining(", "));
    }
}
