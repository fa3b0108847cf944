package org.evenkeel.compare.samples;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
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

    private static final String PATH = "path";

    public Identity {
        if (threads < 1) {
            throw new IllegalArgumentException("expected at least 1 thread for " + benchmark + ", found " + threads);
        }
        params = params.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** The same benchmark and settings with another metric. */
    public Identity withMetric(String other) {
        return other.equals(metric) ? this : new Identity(benchmark, mode, threads, params, other);
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
        return hotPath().orElseGet(() -> params.isEmpty() ? benchmark : benchmark + params);
    }

    /** The hot path that is measured, in one form or all; empty of a benchmark of somebody's own, which may have a parameter of that name. */
    public Optional<String> hotPath() {
        return Optional.ofNullable(params.get(PATH))
                .filter(path -> mode.equals(LeakcheckReader.BENCHMARK)
                        || method().equals(AllForms.BENCHMARK)
                        || Form.isName(method()));
    }

    /** The last part of the benchmark's name. */
    public String method() {
        return lastSegments(benchmark, 1);
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
                || ("." + benchmarkLabel(benchmark)).endsWith("." + text)
                || (text.indexOf('…') >= 0 && isShownAs(text));
    }

    /** Whether a long name is shown like this, with or without mode and threads. */
    private boolean isShownAs(String text) {
        for (int segments = 2; ; segments++) {
            String name = lastSegments(benchmark, segments);
            String shown = PlainText.name(withParams(name));
            if (text.equals(shown) || text.equals(shown + settings())) {
                return true;
            }
            if (name.length() == benchmark.length()) {
                return false;
            }
        }
    }

    private String label(String name) {
        return benchmarkLabel(name) + settings();
    }

    /** Mode and threads, to go on with after a name. */
    String settings() {
        return " " + PlainText.line(mode) + " t=" + threads;
    }

    private String benchmarkLabel(String name) {
        return PlainText.line(withParams(name));
    }

    /** A name with the parameters, as they are. */
    String withParams(String name) {
        return params.isEmpty() ? name : name + withCommas();
    }

    private String withCommas() {
        StringJoiner all = new StringJoiner(",", "(", ")");
        params.forEach((param, value) -> all.add(param + "=" + value));
        return all.toString();
    }

    @Override
    public int compareTo(Identity other) {
        int order = compare(benchmark, other.benchmark);
        order = order != 0 ? order : compare(mode, other.mode);
        order = order != 0 ? order : Integer.compare(threads, other.threads);
        order = order != 0 ? order : compareParams(params, other.params);
        return order != 0 ? order : compare(metric, other.metric);
    }

    /** Names of one benchmark are mostly the same object. */
    @SuppressWarnings("ReferenceEquality")
    private static int compare(String one, String other) {
        return one == other ? 0 : one.compareTo(other);
    }

    /** By name and value, one after the other; what has no more of them comes first. */
    @SuppressWarnings("ReferenceEquality")
    private static int compareParams(SortedMap<String, String> some, SortedMap<String, String> others) {
        if (some == others) {
            return 0;
        }
        Iterator<Map.Entry<String, String>> left = some.entrySet().iterator();
        Iterator<Map.Entry<String, String>> right = others.entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            Map.Entry<String, String> one = left.next();
            Map.Entry<String, String> other = right.next();
            int byName = one.getKey().compareTo(other.getKey());
            int order = byName != 0 ? byName : one.getValue().compareTo(other.getValue());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
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
