package org.evenkeel.hotpaths.inputs;

import java.util.random.RandomGenerator;

/**
 * Choices drawn ahead of time, handed out one after the other, then from the start again. For one thread at a time.
 *
 * <p>{@link #next} is an array read, so what is measured is the path and not the random numbers.
 */
public final class PreparedChoices {

    /** Enough that the branch predictor does not learn the sequence, little enough to stay in the first-level cache. */
    private static final int DEFAULT_LENGTH = 4096;

    private final int[] drawn;
    private int position;

    private PreparedChoices(int[] drawn) {
        this.drawn = drawn;
    }

    /** The first 4,096 draws. */
    public static PreparedChoices of(Choice choice, RandomGenerator random) {
        return of(choice, random, DEFAULT_LENGTH);
    }

    /**
     * The first {@code length} draws.
     *
     * @param length how many are drawn before they repeat; a power of two
     */
    public static PreparedChoices of(Choice choice, RandomGenerator random, int length) {
        if (Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("expected a power of two as length, found " + length);
        }
        int[] drawn = new int[length];
        for (int i = 0; i < length; i++) {
            drawn[i] = choice.next(random);
        }
        return new PreparedChoices(drawn);
    }

    /** The next one. */
    public int next() {
        return drawn[position++ & (drawn.length - 1)];
    }
}
