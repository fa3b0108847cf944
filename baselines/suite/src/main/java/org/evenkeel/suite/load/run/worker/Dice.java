package org.evenkeel.suite.load.run.worker;

/** Random numbers of one user, without allocation: Marsaglia's xorshift (2003). */
public final class Dice {

    private static final double UNIT = 0x1.0p-53;

    private long state;

    /** @param seed any number */
    public Dice(long seed) {
        // Spread by the finaliser of SplitMix64, so that seeds in a row give streams that have nothing in common.
        long spread = seed + 0x9E3779B97F4A7C15L;
        spread = (spread ^ (spread >>> 30)) * 0xBF58476D1CE4E5B9L;
        spread = (spread ^ (spread >>> 27)) * 0x94D049BB133111EBL;
        state = (spread ^ (spread >>> 31)) | 1;
    }

    /** From 0, included, to 1, not included. */
    public double next() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (state >>> 11) * UNIT;
    }
}
