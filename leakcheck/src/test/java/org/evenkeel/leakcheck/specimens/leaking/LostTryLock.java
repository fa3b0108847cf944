package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A request that finds the lock taken leaves a ticket for a retry that never comes. One request in 500 blocks for 20
 * microseconds while it has the lock.
 */
@Leaks(
        why = "whoever loses the race for the lock leaves a ticket behind",
        perOperation = 24 + 24,
        holder = "LostTryLock.retries",
        allocates = "LostTryLock.run",
        minimumThreads = 2,
        scheduleDecides = true)
public final class LostTryLock implements Runnable {
    private static final long BLOCKED_NANOS = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Ticket> retries = new ConcurrentLinkedQueue<>();
    private long writes;

    @Override
    public void run() {
        if (!lock.tryLock()) {
            retries.add(new Ticket(System.nanoTime()));
            return;
        }
        try {
            if (++writes % 500 == 0) {
                LockSupport.parkNanos(BLOCKED_NANOS);
            }
        } finally {
            lock.unlock();
        }
    }

    private record Ticket(long nanoTime) {}
}
