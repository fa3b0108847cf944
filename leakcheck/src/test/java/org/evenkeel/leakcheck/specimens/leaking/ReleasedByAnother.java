package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/**
 * A lease lies in a shared slot until the next request takes it, and is deregistered only if that comes from the thread
 * that left it. One request in 500 blocks for 20 microseconds, which lets another thread in.
 */
@Leaks(
        why = "a lease that another thread takes up stays registered",
        perOperation = 24 + 16,
        holder = "ReleasedByAnother.orphans",
        allocates = "ReleasedByAnother.call",
        minimumThreads = 2,
        scheduleDecides = true)
public final class ReleasedByAnother implements Callable<Object> {
    private static final long BLOCKED_NANOS = 20_000;

    private final AtomicReference<@Nullable Lease> slot = new AtomicReference<>();
    private final AtomicLong requests = new AtomicLong();
    private final Queue<Lease> orphans = new ConcurrentLinkedQueue<>();

    @Override
    public @Nullable Object call() {
        Thread me = Thread.currentThread();
        Lease lease = slot.getAndSet(new Lease(me));
        if (lease != null && lease.owner() != me) {
            orphans.add(lease);
        }
        if (requests.incrementAndGet() % 500 == 0) {
            LockSupport.parkNanos(BLOCKED_NANOS);
        }
        return lease;
    }

    private record Lease(Thread owner) {}
}
