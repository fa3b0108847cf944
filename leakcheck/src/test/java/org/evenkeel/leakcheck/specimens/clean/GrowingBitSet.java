package org.evenkeel.leakcheck.specimens.clean;

import java.util.BitSet;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * The set of numbers seen so far, as bits: half a million numbers, so its array doubles now and then and then stops.
 */
@Clean(why = "a bit per number, and the numbers have an end", levelsOffAfter = 500_000, holdsAtMostBytes = 200_000)
public final class GrowingBitSet implements Runnable {
    private final BitSet seen = new BitSet();
    private int next;

    @Override
    public synchronized void run() {
        seen.set(next);
        next = (next + 1) % 500_000;
    }
}
