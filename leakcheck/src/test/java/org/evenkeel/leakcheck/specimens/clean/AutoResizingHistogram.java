package org.evenkeel.leakcheck.specimens.clean;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** A histogram that makes room for greater values as they come; the greatest comes after 262,144 requests. */
@Clean(why = "as many counters as the greatest value needs", levelsOffAfter = 262_144, holdsAtMostBytes = 200_000)
public final class AutoResizingHistogram implements Runnable {
    private final AtomicLong requests = new AtomicLong();
    private long[] counts = new long[64];

    @Override
    public void run() {
        int bucket = (int) Math.min(requests.incrementAndGet() / 16, 16_383);
        synchronized (this) {
            if (bucket >= counts.length) {
                counts = Arrays.copyOf(counts, Math.min(2 * counts.length, 16_384));
            }
            counts[bucket]++;
        }
    }
}
