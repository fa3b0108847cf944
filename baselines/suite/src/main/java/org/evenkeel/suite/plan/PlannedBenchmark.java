package org.evenkeel.suite.plan;

import java.util.Locale;
import org.evenkeel.compare.samples.Form;

/**
 * One benchmark of a run: a path in a form, measured one way.
 *
 * @param path the path, and what is planted in it
 * @param form how callers come
 * @param measure what is measured
 */
public record PlannedBenchmark(PlannedPath path, Form form, Measure measure) {

    /** JMH's benchmark class behind every hot path. */
    public static final String BENCHMARK_CLASS = "org.evenkeel.jmh.HotPathBenchmark";

    /** Name of the benchmark in JMH's results. */
    public String benchmark() {
        return BENCHMARK_CLASS + "." + form.method();
    }

    /** A name for people: path, form and measure. */
    public String label() {
        return path.spec() + " " + form + " " + measure.name().toLowerCase(Locale.ROOT);
    }

    /** A name for files, the same for the same benchmark. */
    public String fileName() {
        return (path.spec() + "-" + form + "-" + measure.jmhMode()).replaceAll("[^A-Za-z0-9.=-]", "_");
    }
}
