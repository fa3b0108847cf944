package org.evenkeel.hotpaths.verification;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which passages hold which key, and with what weight. Immutable; made for looking keys up, not for changing them.
 *
 * <p>Keys are numbers in one sorted array, and what is said of key {@code i} stands at place {@code i} of two others. A
 * look-up is a binary search that allocates nothing, where a hash map would box every key.
 */
final class Postings {

    private final long[] keys;
    private final int[][] passages;
    private final double[][] weights;

    private Postings(SortedMap<Long, SortedMap<Integer, Double>> entries) {
        keys = entries.keySet().stream().mapToLong(Long::longValue).toArray();
        passages = entries.values().stream()
                .map(posting ->
                        posting.keySet().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        weights = entries.values().stream()
                .map(posting -> posting.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Adds {@code factor} times the weight of {@code key} to the score of each passage that holds it. */
    void addTo(double[] scores, long key, double factor) {
        int found = Arrays.binarySearch(keys, key);
        if (found < 0) {
            return;
        }
        int[] holders = passages[found];
        double[] theirWeights = weights[found];
        for (int i = 0; i < holders.length; i++) {
            scores[holders[i]] += factor * theirWeights[i];
        }
    }

    /** Collects what {@link Postings} are made of. */
    static final class Builder {
        private final SortedMap<Long, SortedMap<Integer, Double>> entries = new TreeMap<>();

        /** Notes that {@code passage} holds {@code key} with this weight. */
        void put(long key, int passage, double weight) {
            entries.computeIfAbsent(key, somewhere -> new TreeMap<>()).put(passage, weight);
        }

        Postings build() {
            return new Postings(entries);
        }
    }
}
