package org.evenkeel.suite.noise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.analysis.Scale;
import org.evenkeel.compare.analysis.Variance;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;

/**
 * Prints by how much the means of sessions of unchanged code differ: the standard deviation of their logarithms, the median
 * over the benchmarks that have a method, a mode and a metric in common.
 */
final class SessionNoise {

    private SessionNoise() {}

    /** Takes the folder with the sessions. */
    public static void main(String[] args) {
        Map<Identity, List<Double>> means = new TreeMap<>();
        for (Session session : SessionFiles.read(Path.of(args[0]))) {
            for (Series series : session.series().values()) {
                if (series.metric().kind() == MetricKind.TIME && series.isPositive()) {
                    means.computeIfAbsent(series.identity(), absent -> new ArrayList<>())
                            .add(Scale.LOG.side(List.of(series)).mean());
                }
            }
        }
        Map<String, List<Double>> deviations = new TreeMap<>();
        means.forEach((identity, values) -> deviations
                .computeIfAbsent(name(identity), absent -> new ArrayList<>())
                .add(Math.sqrt(Variance.of(
                                values.stream().mapToDouble(Double::doubleValue).toArray())
                        .value())));
        deviations.forEach((name, values) -> {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %5.1f %%  of %s%n",
                    name,
                    100 * sorted[sorted.length / 2],
                    Arrays.toString(Arrays.stream(sorted)
                            .map(value -> Math.round(1000 * value) / 10.0)
                            .toArray()));
        });
    }

    private static String name(Identity identity) {
        String benchmark = identity.benchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1) + " " + identity.mode() + " " + identity.metric();
    }
}
