package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A hand-written semaphore that queues its waiters and forgets to take out those who gave up. One request in 25 has to
 * wait, and gives up at once.
 */
@Leaks(
        why = "waiters that timed out stay in the queue of a permit that never comes",
        perOperation = (24 + 24) / 25.0,
        period = 25,
        holder = "TimedOutWaiters.waiters",
        allocates = "TimedOutWaiters.call")
public final class TimedOutWaiters implements Callable<Object> {
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        return requests.incrementAndGet() % 25 != 0 || acquire(0);
    }

    private boolean acquire(long waitNanos) {
        Waiter waiter = new Waiter(Thread.currentThread(), waitNanos);
        waiters.add(waiter);
        return waiter.waitNanos() > 0 && waiters.remove(waiter);
    }

    private record Waiter(Thread thread, long waitNanos) {}
}
