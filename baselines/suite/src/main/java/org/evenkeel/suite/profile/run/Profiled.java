package org.evenkeel.suite.profile.run;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.suite.plan.PlainBenchmark;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.PlannedPath;

/**
 * What is profiled.
 *
 * @param benchmark its full name, as JMH writes it
 * @param params the value of each parameter
 * @param mode JMH's short label
 * @param faults what is planted, as it is written after the question mark; empty for nothing
 */
public record Profiled(String benchmark, SortedMap<String, String> params, String mode, String faults) {

    private static final String THROUGHPUT = "thrpt";
    private static final String SINGLE_SHOT = "ss";

    public Profiled {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** One form of a hot path. */
    public static Profiled of(PlannedPath path, Form form) {
        return new Profiled(
                PlannedBenchmark.BENCHMARK_CLASS + "." + form.method(),
                new TreeMap<>(Map.of("path", path.spec().toString())),
                THROUGHPUT,
                path.writtenFaults());
    }

    /** A benchmark of somebody's own. To time each operation would be in the picture; a single shot is what it is. */
    public static Profiled of(PlainBenchmark plain) {
        return new Profiled(
                plain.benchmark(), plain.params(), plain.mode().equals(SINGLE_SHOT) ? SINGLE_SHOT : THROUGHPUT, "");
    }
}
