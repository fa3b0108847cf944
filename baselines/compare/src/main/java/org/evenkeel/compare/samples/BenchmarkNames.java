package org.evenkeel.compare.samples;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.evenkeel.kernel.PlainText;

/**
 * What benchmarks are called that are shown together: class and method, and as much of the package as tells each of them from the
 * others. A {@code Load.read} alone is shown as that; beside the one of another package it is {@code js.Load.read}.
 */
public final class BenchmarkNames {

    private final Set<String> benchmarks;
    private final Map<String, String> longer;

    private BenchmarkNames(Set<String> benchmarks, Map<String, String> longer) {
        this.benchmarks = benchmarks;
        this.longer = longer;
    }

    /** The names of these, when no others are shown. */
    public static BenchmarkNames of(Collection<Identity> shown) {
        Set<String> benchmarks = new HashSet<>();
        // Most are there with several metrics.
        shown.forEach(identity -> benchmarks.add(identity.benchmark()));
        return of(benchmarks);
    }

    /** The same when these are shown besides. */
    public BenchmarkNames with(Collection<Identity> others) {
        Set<String> more = new HashSet<>();
        for (Identity identity : others) {
            if (!benchmarks.contains(identity.benchmark())) {
                more.add(identity.benchmark());
            }
        }
        if (more.isEmpty()) {
            return this;
        }
        more.addAll(benchmarks);
        return of(more);
    }

    private static BenchmarkNames of(Set<String> benchmarks) {
        Map<String, Set<String>> byShortName = new HashMap<>();
        for (String benchmark : benchmarks) {
            byShortName
                    .computeIfAbsent(Identity.lastSegments(benchmark, 2), absent -> new HashSet<>(2))
                    .add(benchmark);
        }
        Map<String, String> longer = new HashMap<>();
        byShortName.values().stream().filter(alike -> alike.size() > 1).forEach(alike -> {
            int segments = 3;
            while (!areApart(alike, segments)) {
                segments++;
            }
            for (String benchmark : alike) {
                longer.put(benchmark, Identity.lastSegments(benchmark, segments));
            }
        });
        return new BenchmarkNames(benchmarks, longer);
    }

    /** The benchmark with its parameters, mode and threads on one line. */
    public String label(Identity identity) {
        return benchmarkLabel(identity) + identity.settings();
    }

    /** The benchmark with its parameters on one line. */
    public String benchmarkLabel(Identity identity) {
        return PlainText.name(identity.withParams(name(identity)));
    }

    /** The benchmark and its metric on one line. */
    public String line(Identity identity) {
        return label(identity) + " " + PlainText.name(identity.metric());
    }

    /** The benchmark alone, as far as it has to be told; not yet fit to be printed. */
    public String name(Identity identity) {
        return longer.getOrDefault(identity.benchmark(), Identity.lastSegments(identity.benchmark(), 2));
    }

    private static boolean areApart(Set<String> benchmarks, int segments) {
        return benchmarks.stream()
                        .map(benchmark -> Identity.lastSegments(benchmark, segments))
                        .distinct()
                        .count()
                == benchmarks.size();
    }
}
