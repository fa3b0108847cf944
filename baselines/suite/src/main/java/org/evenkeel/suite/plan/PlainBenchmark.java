package org.evenkeel.suite.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A benchmark of somebody's own JMH jar, of which nothing is known but what JMH says.
 *
 * @param benchmark its full name, as JMH writes it
 * @param params the value of each parameter
 * @param mode JMH's short label, such as {@code thrpt}
 */
public record PlainBenchmark(String benchmark, SortedMap<String, String> params, String mode) implements RunBenchmark {

    private static final int LONGEST_FILE_NAME = 100;

    public PlainBenchmark {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
        if (benchmark.indexOf('.') < 0 || mode.isEmpty()) {
            throw new IllegalArgumentException("expected a class with its method and a mode, found " + benchmark);
        }
    }

    /** The benchmark with its parameters, whatever is measured of it; the package is left out. */
    public String subject() {
        String method = benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
        return method
                + (params.isEmpty()
                        ? ""
                        : params.entrySet().stream()
                                .map(Map.Entry::toString)
                                .collect(Collectors.joining(",", "(", ")")));
    }

    @Override
    public String label() {
        return subject() + " " + mode;
    }

    @Override
    public String fileName() {
        String readable = (subject() + "-" + mode).replaceAll("[^A-Za-z0-9.=-]", "_");
        // Two names that differ in a character which no file name can have must not share a file.
        return readable.substring(0, Math.min(readable.length(), LONGEST_FILE_NAME)) + "-"
                + Integer.toHexString((benchmark + params + mode).hashCode());
    }
}
