package org.evenkeel.leakcheck.run.dump;

import java.util.ArrayList;
import java.util.List;

/** A list of numbers that grows without being copied. */
final class IntChunks {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private final List<int[]> chunks = new ArrayList<>();
    private int[] last = new int[0];
    private int size;

    int size() {
        return size;
    }

    void add(int number) {
        int place = size & (CHUNK - 1);
        if (place == 0) {
            last = new int[CHUNK];
            chunks.add(last);
        }
        last[place] = number;
        size = Math.addExact(size, 1);
    }

    int get(int place) {
        return chunks.get(place >>> BITS)[place & (CHUNK - 1)];
    }
}
