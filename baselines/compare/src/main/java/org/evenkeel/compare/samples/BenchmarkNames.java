package org.evenkeel.compare.samples;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What benchmarks are called that are shown together: class and method, and as much of the package as tells each of them from the
 * others. A {@code Load.read} alone is shown as that; beside the one of another package it is {@code js.Load.read}.
 */
public final class BenchmarkNames {

    private final Map<String, String> longer;

    private BenchmarkNames(Map<String, String> longer) {
        this.longer = longer;
    }

    /** The names of these, when no others are shown. */
    public static BenchmarkNames of(Collection<Identity> shown) {
        Map<String, Set<String>> byShortName = new TreeMap<>();
        for (Identity identity : shown) {
            byShortName
                    .computeIfAbsent(Identity.lastSegments(identity.benchmark(), 2), absent -> new TreeSet<>())
                    .add(identity.benchmark());
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
        return new BenchmarkNames(Collections.unmodifiableMap(longer));
    }

    /** The benchmark with its parameters, mode and threads on one line. */
    public String label(Identity identity) {
        return identity.label(name(identity));
    }

    /** The benchmark with its parameters on one line. */
    public String benchmarkLabel(Identity identity) {
        return identity.benchmarkLabel(name(identity));
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
