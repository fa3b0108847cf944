package org.evenkeel.suite.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;

/**
 * One benchmark that both sides have.
 *
 * @param benchmark its full name, as JMH writes it
 * @param params the value of each parameter
 * @param mode JMH's short label, such as {@code thrpt}
 * @param threads how many call at once, as far as that is known before it has run; else 1
 * @param planted faults of the current side alone, which stand for a change of the code; empty in ordinary use
 */
public record AbBenchmark(
        String benchmark, SortedMap<String, String> params, String mode, int threads, String planted) {

    private static final String PATH = "path";

    public AbBenchmark {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /**
     * One form of a hot path.
     *
     * @param mode JMH's short label
     */
    public static AbBenchmark of(PlannedPath path, Form form, String mode) {
        return new AbBenchmark(
                PlannedBenchmark.BENCHMARK_CLASS + "." + form.method(),
                new TreeMap<>(Map.of(PATH, path.spec().toString())),
                mode,
                form.threads(),
                path.writtenFaults());
    }

    /**
     * A benchmark of somebody's own.
     *
     * @param mode JMH's short label
     */
    public static AbBenchmark of(PlainBenchmark plain, String mode) {
        return new AbBenchmark(plain.benchmark(), plain.params(), mode, 1, "");
    }

    /** What JMH would call its score. */
    public Identity identity() {
        return new Identity(benchmark, mode, threads, params, Metric.SCORE);
    }

    /** A name for people: what tells it from the others. */
    public String label() {
        String method = benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
        return method
                + (params.isEmpty()
                        ? ""
                        : params.entrySet().stream()
                                .map(Map.Entry::toString)
                                .collect(Collectors.joining(",", "(", ")")));
    }

    /** Whether another one calls the same hot path, with other callers. */
    public boolean isFormOfTheSame(AbBenchmark other) {
        return params.containsKey(PATH) && params.equals(other.params) && !equals(other) && type().equals(other.type());
    }

    private String type() {
        return benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
    }

    /** A name for files, the same for the same benchmark. */
    public String fileName() {
        String readable = (label() + "-" + mode).replaceAll("[^A-Za-z0-9.=-]", "_");
        // Two names that differ in a character which no file name can have must not share a file.
        return readable.substring(0, Math.min(readable.length(), 100)) + "-"
                + Integer.toHexString((benchmark + params + mode).hashCode());
    }
}
