package org.evenkeel.leakcheck.specimens.clean;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A session store of two generations, of which the older is dropped every 50 milliseconds; a generation is closed early
 * at 5,000.
 */
@Clean(
        why = "the older of two bounded generations is dropped",
        levelsOffAfter = 20_000,
        holdsAtMostBytes = 1_200_000,
        swings = true)
public final class TwoGenerations implements Callable<Object> {
    private static final long LIFE_NANOS = 50_000_000;
    private static final int BOUND = 5_000;

    private Map<Long, byte[]> young = new HashMap<>();
    private Map<Long, byte[]> old = new HashMap<>();
    private long bornNanos = System.nanoTime();
    private long requests;

    @Override
    public synchronized Object call() {
        long now = System.nanoTime();
        if (now - bornNanos > LIFE_NANOS || young.size() >= BOUND) {
            old = young;
            young = new HashMap<>();
            bornNanos = now;
        }
        requests++;
        young.put(requests, new byte[32]);
        return old.getOrDefault(requests - 1, new byte[0]);
    }
}
