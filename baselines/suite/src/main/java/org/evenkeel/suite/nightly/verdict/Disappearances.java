package org.evenkeel.suite.nightly.verdict;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.verdict.OneSided;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;

/**
 * Finds benchmarks that are not measured any more: names that were never missing for as long as they are now. A night that has few of the
 * others', one that measured suspects again, shows nothing.
 */
final class Disappearances {

    /** For so many nights each is named; after that, that there are some is enough. */
    private static final int MOST_NIGHTS_NAMED = 30;

    /** So few nights after a benchmark was measured last, one that comes may be the same under another name. */
    private static final int MOST_NIGHTS_BETWEEN = 3;

    private final History history;
    private final SortedMap<Identity, BitSet> nights = new TreeMap<>();

    private Disappearances(History history) {
        this.history = history;
        for (Life life : history.lives()) {
            BitSet its = nights.computeIfAbsent(life.identity().withMetric(Metric.SCORE), absent -> new BitSet());
            life.points().forEach(point -> its.set(point.night()));
        }
    }

    static List<Gone> in(History history) {
        return new Disappearances(history).gone();
    }

    private List<Gone> gone() {
        BitSet whole = wholeNights();
        List<Missing> gone = new ArrayList<>();
        nights.forEach((benchmark, its) -> {
            int longest = 0;
            int missing = 0;
            boolean began = false;
            for (int night = whole.nextSetBit(0); night >= 0; night = whole.nextSetBit(night + 1)) {
                if (its.get(night)) {
                    longest = began ? Math.max(longest, missing) : 0;
                    began = true;
                    missing = 0;
                } else {
                    missing++;
                }
            }
            if (its.cardinality() > 1 && missing > longest) {
                gone.add(new Missing(benchmark, its.length() - 1, missing, missing - longest > MOST_NIGHTS_NAMED));
            }
        });
        Map<Identity, Identity> likely = likely(gone, whole);
        return gone.stream()
                .map(one -> new Gone(
                        one.benchmark(),
                        history.nights().get(one.last()),
                        one.nights(),
                        one.isOld(),
                        Optional.ofNullable(likely.get(one.benchmark()))))
                .toList();
    }

    private record Missing(Identity benchmark, int last, int nights, boolean isOld) {}

    /** Of those that were measured last on one night, among those that came soon after it. */
    private Map<Identity, Identity> likely(List<Missing> gone, BitSet whole) {
        SortedMap<Integer, SortedSet<Identity>> byLast = new TreeMap<>();
        gone.forEach(one ->
                byLast.computeIfAbsent(one.last(), absent -> new TreeSet<>()).add(one.benchmark()));
        Map<Identity, Identity> likely = new HashMap<>();
        byLast.forEach((last, benchmarks) -> {
            int until = last;
            for (int i = 0; i < MOST_NIGHTS_BETWEEN; i++) {
                until = Math.max(until, whole.nextSetBit(until + 1));
            }
            SortedSet<Identity> came = new TreeSet<>();
            for (Map.Entry<Identity, BitSet> one : nights.entrySet()) {
                int first = one.getValue().nextSetBit(0);
                if (first > last && first <= until && !likely.containsValue(one.getKey())) {
                    came.add(one.getKey());
                }
            }
            likely.putAll(OneSided.likely(benchmarks, came));
        });
        return likely;
    }

    private BitSet wholeNights() {
        int[] count = new int[history.nights().size()];
        nights.values().forEach(its -> its.stream().forEach(night -> count[night]++));
        BitSet whole = new BitSet();
        for (int night = 0; night < count.length; night++) {
            if (2 * count[night] >= nights.size() || night == 0 || 2 * count[night] > count[night - 1]) {
                whole.set(night);
            }
        }
        return whole;
    }
}
