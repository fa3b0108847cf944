package org.acme;

/** A sum whose cost is known. */
public final class Sum {

    private static final int TERMS = 1_000;

    private Sum() {}

    /** Adds. */
    public static long of(long seed) {
        long sum = seed;
        for (int i = 0; i < TERMS; i++) {
            sum = sum * 31 + i;
        }
        return sum;
    }
}
