package org.evenkeel.leakcheck.run.dump;

import java.util.Arrays;

/**
 * Numbers the objects of a dump from 0, by address. Addresses of one heap lie close together, so a table over their
 * upper bits leaves a few candidates for each look-up.
 */
final class IdIndex {

    private static final int IDS_PER_BUCKET = 8;

    private final long[] ids;
    private final int[] buckets;
    private final int shift;
    private final long lowest;

    private IdIndex(long[] ids) {
        this.ids = ids;
        lowest = ids.length == 0 ? 0 : ids[0];
        long span = ids.length == 0 ? 0 : ids[ids.length - 1] - lowest;
        int fewest = Math.max(1, ids.length / IDS_PER_BUCKET);
        int bits = 0;
        while ((span >>> bits) >= 2L * fewest) {
            bits++;
        }
        shift = bits;
        buckets = new int[(int) (span >>> shift) + 2];
        int place = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            while (place < ids.length && ((ids[place] - lowest) >>> shift) < bucket) {
                place++;
            }
            buckets[bucket] = place;
        }
    }

    /** Takes the array over. */
    static IdIndex of(long[] ids) {
        Arrays.sort(ids);
        return new IdIndex(ids);
    }

    int size() {
        return ids.length;
    }

    /** The number of an object, or -1 for none that is known, such as null. */
    int of(long id) {
        long offset = id - lowest;
        if (offset < 0 || (offset >>> shift) >= buckets.length - 1) {
            return -1;
        }
        int bucket = (int) (offset >>> shift);
        int place = Arrays.binarySearch(ids, buckets[bucket], buckets[bucket + 1], id);
        return place < 0 ? -1 : place;
    }
}
