package org.evenkeel.leakcheck.specimens.clean;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/**
 * A queue with a backlog of 2,000 that each request adds to and takes from: all its nodes are new, their number is not.
 */
@Clean(
        why = "as much is taken as is added, behind a backlog that stays",
        levelsOffAfter = 4_000,
        holdsAtMostBytes = 220_000)
public final class ProducerConsumer implements Callable<Object> {
    private final Queue<Long> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    @Override
    public @Nullable Object call() {
        queue.add(System.nanoTime());
        if (size.incrementAndGet() <= 2_000) {
            return null;
        }
        size.decrementAndGet();
        return queue.poll();
    }
}
