package org.evenkeel.compare.samples;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.kernel.PlainText;

/**
 * What makes two numbers comparable: they are of the same benchmark, mode, thread count, parameters and metric.
 *
 * @param benchmark the full name, as JMH writes it
 * @param mode JMH's short label, such as {@code thrpt}; {@code leakcheck} for rows of the leak checker
 * @param threads how many threads called the benchmark, at least 1
 * @param params by name; the order of the file says nothing
 * @param metric the metric's name
 */
public record Identity(String benchmark, String mode, int threads, SortedMap<String, String> params, String metric)
        implements Comparable<Identity> {

    private static final Comparator<Identity> ORDER = Comparator.comparing(Identity::benchmark)
            .thenComparing(Identity::mode)
            .thenComparingInt(Identity::threads)
            .thenComparing(identity -> identity.params().toString())
            .thenComparing(Identity::metric);

    public Identity {
        if (threads < 1) {
            throw new IllegalArgumentException("expected at least 1 thread for " + benchmark + ", found " + threads);
        }
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** The same benchmark and settings with another metric. */
    public Identity withMetric(String other) {
        return new Identity(benchmark, mode, threads, params, other);
    }

    /** Whether the other is the same benchmark in the same mode and settings, whatever its metric. */
    public boolean sameBenchmark(Identity other) {
        return benchmark.equals(other.benchmark)
                && mode.equals(other.mode)
                && threads == other.threads
                && params.equals(other.params);
    }

    /** The hot path that is measured, whatever the form of its callers; of a benchmark that is none, itself with its parameters. */
    public String path() {
        String path = params.get("path");
        return path != null ? path : params.isEmpty() ? benchmark : benchmark + params;
    }

    /**
     * The benchmark with its parameters, mode and threads on one line; the benchmark's package is left out. Where others stand
     * beside it, {@link BenchmarkNames} keeps them apart.
     */
    public String label() {
        return label(lastSegments(benchmark, 2));
    }

    /** The benchmark with its parameters; its package is left out. */
    public String benchmarkLabel() {
        return benchmarkLabel(lastSegments(benchmark, 2));
    }

    /**
     * Whether a person means this one: by its label, the same without mode and threads, or its name, with none, some or all of
     * its package.
     */
    public boolean isCalled(String text) {
        return text.equals(benchmark)
                || ("." + label(benchmark)).endsWith("." + text)
                || ("." + benchmarkLabel(benchmark)).endsWith("." + text);
    }

    String label(String name) {
        return benchmarkLabel(name) + " " + PlainText.line(mode) + " t=" + threads;
    }

    String benchmarkLabel(String name) {
        return PlainText.line(
                params.isEmpty()
                        ? name
                        : name
                                + params.entrySet().stream()
                                        .map(Map.Entry::toString)
                                        .collect(Collectors.joining(",", "(", ")")));
    }

    @Override
    public int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return label() + " " + PlainText.line(metric);
    }

    /** The end of a dotted name: that many parts of it, or all where it has fewer. */
    static String lastSegments(String name, int segments) {
        int dot = name.length();
        for (int i = 0; i < segments && dot >= 0; i++) {
            dot = name.lastIndexOf('.', dot - 1);
        }
        return name.substring(dot + 1);
    }
}
