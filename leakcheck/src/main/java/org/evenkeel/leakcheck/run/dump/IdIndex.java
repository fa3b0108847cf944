package org.evenkeel.leakcheck.run.dump;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * Numbers the objects of a dump from 0, by address. Addresses of one heap lie close together, so a table over their
 * upper bits leaves a few candidates for each look-up, and of these the lower 32 bits are enough.
 */
final class IdIndex {

    private static final int IDS_PER_BUCKET = 8;

    private final int[] lower;
    private final int[] buckets;
    private final int shift;
    private final long lowest;

    private IdIndex(long[] ids) {
        lowest = ids.length == 0 ? 0 : ids[0];
        long span = ids.length == 0 ? 0 : ids[ids.length - 1] - lowest;
        int fewest = Math.max(1, ids.length / IDS_PER_BUCKET);
        int bits = 0;
        while (bits < Integer.SIZE && (span >>> bits) >= 2L * fewest) {
            bits++;
        }
        shift = bits;
        buckets = new int[Math.toIntExact((span >>> shift) + 2)];
        lower = new int[ids.length];
        int place = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            while (place < ids.length && ((ids[place] - lowest) >>> shift) < bucket) {
                lower[place] = (int) (ids[place] - lowest);
                place++;
            }
            buckets[bucket] = place;
        }
    }

    /** Collects addresses, each once, in any order. */
    static final class Builder {

        private static final int CHUNK = 1 << 16;

        private final Queue<long[]> full = new ArrayDeque<>();
        private long[] last = new long[CHUNK];
        private int inLast;

        void add(long id) {
            if (inLast == CHUNK) {
                full.add(last);
                last = new long[CHUNK];
                inLast = 0;
            }
            last[inLast++] = id;
        }

        /** Ends with it: the builder is empty after. */
        IdIndex build() {
            long[] ids = new long[Math.toIntExact((long) full.size() * CHUNK + inLast)];
            int place = 0;
            for (long[] chunk = full.poll(); chunk != null; chunk = full.poll()) {
                System.arraycopy(chunk, 0, ids, place, CHUNK);
                place += CHUNK;
            }
            System.arraycopy(last, 0, ids, place, inLast);
            inLast = 0;
            Arrays.sort(ids);
            return new IdIndex(ids);
        }
    }

    int size() {
        return lower.length;
    }

    /** The number of an object, or -1 for none that is known, such as null. */
    int of(long id) {
        long offset = id - lowest;
        if (offset < 0 || (offset >>> shift) >= buckets.length - 1) {
            return -1;
        }
        int bucket = (int) (offset >>> shift);
        int from = buckets[bucket];
        int to = buckets[bucket + 1];
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = Integer.compareUnsigned(lower[middle], (int) offset);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return -1;
    }
}
