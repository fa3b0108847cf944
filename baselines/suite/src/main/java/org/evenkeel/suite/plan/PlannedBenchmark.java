package org.evenkeel.suite.plan;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Form;

/**
 * One benchmark of a run: a path in a form, measured one way.
 *
 * @param path the path, and what is planted in it
 * @param form how callers come
 * @param measure what is measured
 */
public record PlannedBenchmark(PlannedPath path, Form form, Measure measure) implements RunBenchmark {

    /** JMH's benchmark class behind every hot path. */
    public static final String BENCHMARK_CLASS = "org.evenkeel.jmh.HotPathBenchmark";

    @Override
    public String benchmark() {
        return BENCHMARK_CLASS + "." + form.method();
    }

    @Override
    public SortedMap<String, String> params() {
        return Collections.unmodifiableSortedMap(
                new TreeMap<>(Map.of("path", path.spec().toString())));
    }

    @Override
    public String mode() {
        return measure.jmhMode();
    }

    /** Path, form and measure. */
    @Override
    public String label() {
        return path.spec() + " " + form + " " + measure.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String fileName() {
        return (path.spec() + "-" + form + "-" + measure.jmhMode()).replaceAll("[^A-Za-z0-9.=-]", "_");
    }
}
