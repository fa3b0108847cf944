package org.evenkeel.leakcheck.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A live heap of a given size, of small objects that refer to each other. */
final class HeldHeap {

    private static final String MEBIBYTES = "hold.mebibytes";
    private static final int SLOTS = 11;
    private static final int BYTES_EACH = 64;

    private final List<Object[]> held = new ArrayList<>();

    /** As large as the argument of this JVM says. */
    HeldHeap() {
        Random random = new Random(1);
        long objects = Long.getLong(MEBIBYTES, 1) * (1 << 20) / BYTES_EACH;
        for (long i = 0; i < objects; i++) {
            Object[] object = new Object[SLOTS];
            if (!held.isEmpty()) {
                object[0] = held.get(random.nextInt(held.size()));
            }
            held.add(object);
        }
    }

    /** What tells a JVM the size. */
    static String jvmArgument(int mebibytes) {
        return "-D" + MEBIBYTES + "=" + mebibytes;
    }

    /** How many objects it has. */
    int size() {
        return held.size();
    }
}
