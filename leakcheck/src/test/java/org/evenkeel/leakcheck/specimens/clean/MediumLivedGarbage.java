package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/**
 * Objects that live just long enough to be promoted to the old generation, and die there: used memory rises between
 * collections, live memory does not.
 */
@Clean(why = "each object is replaced 50,000 operations later", levelsOffAfter = 50_000, holdsAtMostBytes = 7_300_000)
public final class MediumLivedGarbage implements Runnable {
    private final AtomicReferenceArray<byte @Nullable []> recent = new AtomicReferenceArray<>(50_000);
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        recent.set((int) (requests.incrementAndGet() % recent.length()), new byte[120]);
    }
}
