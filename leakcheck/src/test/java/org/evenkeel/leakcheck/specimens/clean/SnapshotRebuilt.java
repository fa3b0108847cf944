package org.evenkeel.leakcheck.specimens.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** An immutable snapshot that is rebuilt every 1,000 requests while readers may still hold the one before. */
@Clean(why = "each snapshot replaces the one before", levelsOffAfter = 2_000, holdsAtMostBytes = 120_000)
public final class SnapshotRebuilt implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();
    private volatile List<Long> snapshot = List.of();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        if (request % 1_000 == 0) {
            List<Long> next = new ArrayList<>();
            for (long i = 0; i < 1_000; i++) {
                next.add(1_000 + request + i);
            }
            snapshot = List.copyOf(next);
        }
        return snapshot;
    }
}
