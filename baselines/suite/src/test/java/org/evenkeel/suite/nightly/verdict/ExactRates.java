package org.evenkeel.suite.nightly.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;

/** How often allocation alarms on unchanged code: sessions of one code are nights, in the order they were measured in and in others. */
final class ExactRates {

    private static final int ORDERS = 200;

    private ExactRates() {}

    static void print(Path folder) {
        List<Session> sessions = new ArrayList<>(SessionFiles.read(folder));
        print("as measured", List.of(sessions));
        Random random = new Random(1);
        List<List<Session>> orders = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(sessions, random);
            orders.add(List.copyOf(sessions));
        }
        print("in " + ORDERS + " other orders", orders);
    }

    private static void print(String name, List<List<Session>> orders) {
        int nights = 0;
        int alarmedNights = 0;
        int rows = 0;
        int alarms = 0;
        for (List<Session> order : orders) {
            History history = history(order);
            Set<Integer> alarmed = new HashSet<>();
            for (Alarm alarm : HistoryJudge.alarms(history)) {
                alarmed.add(alarm.run());
                alarms++;
            }
            // The first one has nothing to be compared with.
            nights += order.size() - 1;
            alarmedNights += alarmed.size();
            rows += history.lives().stream()
                    .mapToInt(life -> life.points().size() - 1)
                    .sum();
        }
        System.out.printf(
                Locale.ROOT,
                "exact metrics of unchanged code, %s: %d of %d rows alarm (%.2f %%), on %d of %d nights (%.1f %%)%n",
                name,
                alarms,
                rows,
                100.0 * alarms / rows,
                alarmedNights,
                nights,
                100.0 * alarmedNights / nights);
    }

    private static History history(List<Session> order) {
        History.Builder history = new History.Builder();
        for (int night = 0; night < order.size(); night++) {
            history.night(new Night(night, night * 86_400_000L, "c"));
            order.get(night).series().forEach((identity, series) -> {
                Metric metric = series.metric();
                if (metric.kind() == MetricKind.EXACT && series.isFinite()) {
                    history.add(
                            identity,
                            metric,
                            Arrays.stream(series.forks()).boxed().toList());
                }
            });
        }
        return history.build();
    }
}
