package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/** A burst so rare that most batches see none: every 100,000th operation leaves 100,000 linked nodes of 16 bytes. */
@Leaks(
        why = "every 100,000th operation leaves 1.6 MB behind",
        perOperation = 16,
        period = 100_000,
        holder = "BurstEvery100000.newest",
        allocates = "BurstEvery100000.run")
public final class BurstEvery100000 implements Runnable {
    private final AtomicLong requests = new AtomicLong();
    private @Nullable Node newest;

    @Override
    public void run() {
        if (requests.incrementAndGet() % 100_000 == 0) {
            synchronized (this) {
                for (int i = 0; i < 100_000; i++) {
                    newest = new Node(newest);
                }
            }
        }
    }

    private record Node(@Nullable Node next) {}
}
