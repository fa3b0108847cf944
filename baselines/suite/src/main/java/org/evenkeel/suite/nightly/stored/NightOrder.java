package org.evenkeel.suite.nightly.stored;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of nights. Where that of their time is another than they were stored in, as after an import that was killed and
 * repeated, or of what happened before, their numbers are given anew.
 */
final class NightOrder {

    private NightOrder() {}

    private record Timed(long millis, StoredNight night) {}

    /** All nights, each once, in the order of their time. */
    static List<StoredNight> of(Collection<StoredNight> nights) {
        List<StoredNight> all = new ArrayList<>(nights);
        all.sort(Comparator.comparingInt((StoredNight night) -> night.night().run())
                .thenComparingLong(night -> night.night().epochMillis())
                .thenComparing(StoredNight::id));
        Set<String> ids = new HashSet<>();
        List<Timed> timed = new ArrayList<>();
        List<Integer> runs = new ArrayList<>();
        long latest = Long.MIN_VALUE;
        for (StoredNight night : all) {
            if (ids.add(night.id())) {
                long millis = night.night().epochMillis();
                if (!NightId.isImported(night)) {
                    // A clock that was put back does not change in which order nights were measured here.
                    latest = Math.max(latest, millis);
                    millis = latest;
                }
                timed.add(new Timed(millis, night));
                int run = night.night().run();
                runs.add(runs.isEmpty() ? run : Math.max(runs.get(runs.size() - 1) + 1, run));
            }
        }
        timed.sort(Comparator.comparingLong(Timed::millis));
        List<StoredNight> ordered = new ArrayList<>();
        for (int i = 0; i < timed.size(); i++) {
            StoredNight night = timed.get(i).night();
            ordered.add(night.night().run() == runs.get(i) ? night : night.numbered(runs.get(i)));
        }
        return ordered;
    }
}
