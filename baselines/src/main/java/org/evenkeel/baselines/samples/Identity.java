package org.evenkeel.baselines.samples;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.leakcheck.command.PlainText;

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

    /** The benchmark with its parameters, mode and threads on one line; the benchmark's package is left out. */
    public String label() {
        return benchmarkLabel() + " " + PlainText.line(mode) + " t=" + threads;
    }

    /** The benchmark with its parameters; its package is left out. */
    public String benchmarkLabel() {
        return PlainText.line(benchmarkName());
    }

    private String benchmarkName() {
        return params.isEmpty()
                ? shortName(benchmark)
                : shortName(benchmark)
                        + params.entrySet().stream()
                                .map(Map.Entry::toString)
                                .collect(Collectors.joining(",", "(", ")"));
    }

    @Override
    public int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return label() + " " + PlainText.line(metric);
    }

    private static String shortName(String benchmark) {
        int method = benchmark.lastIndexOf('.');
        int type = method < 0 ? -1 : benchmark.lastIndexOf('.', method - 1);
        return benchmark.substring(type + 1);
    }
}
