package org.evenkeel.leakcheck.run.dump;

import java.util.ArrayDeque;
import java.util.Queue;

/** First in, first out, of numbers; takes no more memory than those that wait. */
final class NumberQueue {

    private static final int CHUNK = 1 << 12;

    private final Queue<int[]> behindFirst = new ArrayDeque<>();
    private int[] first = new int[CHUNK];
    private int[] last = first;
    private int taken;
    private int inLast;

    boolean isEmpty() {
        return first == last && taken == inLast;
    }

    void add(int number) {
        if (inLast == CHUNK) {
            last = new int[CHUNK];
            behindFirst.add(last);
            inLast = 0;
        }
        last[inLast++] = number;
    }

    /** Must not be empty. */
    int remove() {
        if (taken == CHUNK) {
            first = behindFirst.remove();
            taken = 0;
        }
        return first[taken++];
    }
}
