package org.evenkeel.suite.profile.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.samples.ForkProfile;

/**
 * All forks of one event, summed up.
 *
 * @param event what was sampled
 * @param engines how, as the profiler calls it
 * @param forks how many
 * @param places what one operation spends where, a mean over forks
 * @param rows frames, the most expensive by their own first
 */
public record EventProfile(
        ProfileEvent event, Set<String> engines, int forks, Map<Place, Double> places, List<FrameRow> rows) {

    public EventProfile {
        engines = Set.copyOf(engines);
        places = Map.copyOf(places);
        rows = List.copyOf(rows);
    }

    /**
     * Sums forks up.
     *
     * @param forks at least one, all of one event
     * @param allFrames whether frames of the platform and of the harness have rows of their own
     */
    public static EventProfile of(List<ForkProfile> forks, boolean allFrames) {
        List<List<PlacedStack>> sized = forks.stream().map(PerOperation::sizes).toList();
        Map<Place, Double> places = new EnumMap<>(Place.class);
        for (List<PlacedStack> stacks : sized) {
            for (PlacedStack stack : stacks) {
                places.merge(stack.place(), stack.value() / forks.size(), Double::sum);
            }
        }
        List<Map<FrameSizes.Key, FrameSize>> tables =
                sized.stream().map(stacks -> FrameSizes.of(stacks, allFrames)).toList();
        Set<FrameSizes.Key> keys = new LinkedHashSet<>();
        tables.forEach(table -> keys.addAll(table.keySet()));
        double all = tables.stream()
                        .flatMap(table -> table.values().stream())
                        .mapToDouble(FrameSize::own)
                        .sum()
                / forks.size();
        List<FrameRow> rows = new ArrayList<>();
        for (FrameSizes.Key key : keys) {
            rows.add(row(key, tables, all));
        }
        rows.sort(Comparator.comparingDouble((FrameRow row) -> -row.own().value())
                .thenComparing(row -> -row.total())
                .thenComparing(FrameRow::frame));
        Set<String> engines = new LinkedHashSet<>();
        forks.forEach(fork -> engines.add(fork.facts().engine()));
        return new EventProfile(forks.get(0).event(), engines, forks.size(), places, rows);
    }

    /** What one operation spends in all tabled frames together. */
    public double tabled() {
        return rows.stream().mapToDouble(row -> row.own().value()).sum();
    }

    private static FrameRow row(FrameSizes.Key key, List<Map<FrameSizes.Key, FrameSize>> tables, double all) {
        double[] own = own(key, tables);
        Map<String, Double> within = new HashMap<>();
        double total = 0;
        for (Map<FrameSizes.Key, FrameSize> table : tables) {
            FrameSize size = table.get(key);
            if (size != null) {
                total += size.total() / tables.size();
                size.within().forEach((frame, value) -> within.merge(frame, value, Double::sum));
            }
        }
        Mean mean = Mean.of(own);
        String mostly = within.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(frame -> !frame.equals(key.frame()))
                .orElse("");
        return new FrameRow(key.place(), key.frame(), mean, total, all > 0 ? mean.value() / all : 0, mostly);
    }

    static double[] own(FrameSizes.Key key, List<Map<FrameSizes.Key, FrameSize>> tables) {
        return tables.stream()
                .mapToDouble(table -> {
                    FrameSize size = table.get(key);
                    return size == null ? 0 : size.own();
                })
                .toArray();
    }
}
