package org.evenkeel.jmh.overhead;

/** About three nanoseconds of work that the JIT can neither drop nor vectorise: each step needs the one before. */
final class Xorshift {

    private static final int STEPS = 3;

    private long state = 0x9E3779B97F4A7C15L;

    /** Returns this, so that the caller has something to consume without a box. */
    Xorshift step() {
        long next = state;
        for (int i = 0; i < STEPS; i++) {
            next ^= next << 13;
            next ^= next >>> 7;
            next ^= next << 17;
        }
        state = next;
        return this;
    }
}
