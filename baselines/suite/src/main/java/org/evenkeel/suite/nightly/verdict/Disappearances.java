package org.evenkeel.suite.nightly.verdict;

import java.util.BitSet;
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

    /** What has been missing for longer is known by now. */
    private static final int MOST_NIGHTS_GONE = 30;

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
        SortedSet<Identity> gone = new TreeSet<>();
        SortedSet<Identity> young = new TreeSet<>();
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
            if (its.cardinality() > 1 && missing > longest && missing <= MOST_NIGHTS_GONE) {
                gone.add(benchmark);
            } else if (missing == 0 && its.cardinality() <= MOST_NIGHTS_GONE && !its.get(0)) {
                young.add(benchmark);
            }
        });
        Map<Identity, Identity> likely = OneSided.likely(gone, young);
        return gone.stream()
                .map(benchmark -> new Gone(
                        benchmark,
                        history.nights()
                                .get(nights.getOrDefault(benchmark, new BitSet())
                                                .length()
                                        - 1),
                        Optional.ofNullable(likely.get(benchmark))))
                .toList();
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
