package org.evenkeel.hotpaths.inputs;

import java.util.SplittableRandom;

/** Seeds that differ for callers who differ, and are the same in every run. */
public final class Seeds {

    /** 2^64 divided by the golden ratio: neighbouring indexes land far apart. */
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private Seeds() {}

    /**
     * The random numbers of one caller.
     *
     * @param index which caller it is, as {@code Workload.caller} gets it
     * @param seed of the run; the same index and seed give the same numbers
     */
    public static SplittableRandom random(int index, long seed) {
        return new SplittableRandom(mix(seed + GOLDEN_GAMMA * (index + 1L)));
    }

    /**
     * A number that looks random and depends on {@code value} alone; no two values give the same one. The finalizer of
     * SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
     */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
