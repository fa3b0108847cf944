package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;

/**
 * Metrics that only one side has of benchmarks that both have, such as what a profiler counts that one side was measured without.
 *
 * @param metrics their names, sorted, all of the same benchmarks
 * @param benchmarks the score of each of these, whether it has one or not, sorted; at least one
 * @param isRemoved whether it is the baseline that has them
 * @param isEverywhere whether no benchmark has them on both sides, as where a profiler was left out
 */
public record OneSidedMetrics(
        List<String> metrics, List<Identity> benchmarks, boolean isRemoved, boolean isEverywhere) {

    public OneSidedMetrics {
        metrics = List.copyOf(metrics);
        benchmarks = List.copyOf(benchmarks);
    }

    private record Key(List<Identity> benchmarks, boolean isRemoved, boolean isEverywhere) {}

    /**
     * Those of some rows, removed ones first. Rows that do not count are passed over.
     *
     * @param oneSided benchmarks of which all metrics are on one side
     */
    static List<OneSidedMetrics> of(Collection<Row> rows, Collection<OneSided> oneSided) {
        Set<Identity> without = oneSided.stream().map(OneSided::benchmark).collect(Collectors.toSet());
        Set<String> onBothSides = new HashSet<>();
        Map<String, List<Identity>> removed = new TreeMap<>();
        Map<String, List<Identity>> added = new TreeMap<>();
        for (Row row : rows) {
            Identity benchmark = row.identity().withMetric(Metric.SCORE);
            boolean isRemoved = row.verdict() instanceof Verdict.Removed;
            if (!isRemoved && !(row.verdict() instanceof Verdict.Added)) {
                onBothSides.add(row.identity().metric());
            } else if (row.gated() && !without.contains(benchmark)) {
                (isRemoved ? removed : added)
                        .computeIfAbsent(row.identity().metric(), absent -> new ArrayList<>())
                        .add(benchmark);
            }
        }
        Map<Key, List<String>> together = new LinkedHashMap<>();
        removed.forEach((metric, of) -> together.computeIfAbsent(
                        new Key(of, true, !onBothSides.contains(metric)), absent -> new ArrayList<>())
                .add(metric));
        added.forEach((metric, of) -> together.computeIfAbsent(
                        new Key(of, false, !onBothSides.contains(metric)), absent -> new ArrayList<>())
                .add(metric));
        return together.entrySet().stream()
                .map(one -> new OneSidedMetrics(
                        one.getValue(),
                        one.getKey().benchmarks(),
                        one.getKey().isRemoved(),
                        one.getKey().isEverywhere()))
                .toList();
    }

    /** Whether all of them may be missing. */
    boolean mayGo(Options options) {
        return benchmarks.stream()
                .allMatch(benchmark ->
                        metrics.stream().allMatch(metric -> options.acceptsRemovalOf(benchmark.withMetric(metric))));
    }
}
