package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/**
 * A table of 4,096 slots in which each key has one place. Keys come at random, so it fills ever more slowly: the last
 * slots are found after some 40,000 operations.
 */
@Clean(why = "a table with a fixed number of slots", levelsOffAfter = 60_000, holdsAtMostBytes = 360_000)
public final class DirectMappedCache implements Callable<Object> {
    private final AtomicReferenceArray<byte @Nullable []> slots = new AtomicReferenceArray<>(4_096);

    @Override
    public Object call() {
        int slot = ThreadLocalRandom.current().nextInt(slots.length());
        byte[] page = new byte[64];
        slots.set(slot, page);
        return page;
    }
}
