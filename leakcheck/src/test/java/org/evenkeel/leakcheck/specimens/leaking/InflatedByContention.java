package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A structure that falls back to a slower form the first time two threads meet in it, and in that form keeps every
 * waiter. One thread alone never sees it. One request in 1,000 blocks inside for 20 microseconds.
 */
@Leaks(
        why = "in the form for several threads every entry is recorded and none is removed",
        perOperation = 24 + 16,
        holder = "InflatedByContention.waiters",
        allocates = "InflatedByContention.run",
        minimumThreads = 2)
public final class InflatedByContention implements Runnable {
    private static final long BLOCKED_NANOS = 20_000;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private volatile boolean inflated;

    @Override
    public void run() {
        try {
            if (inside.incrementAndGet() > 1 && !inflated) {
                inflated = true;
            }
            if (inflated) {
                waiters.add(new Waiter(Thread.currentThread()));
            }
            if (requests.incrementAndGet() % 1_000 == 0) {
                LockSupport.parkNanos(BLOCKED_NANOS);
            }
        } finally {
            inside.decrementAndGet();
        }
    }

    private record Waiter(Thread thread) {}
}
