package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * Timeouts that are cancelled in time, in a scheduler that keeps cancelled tasks until they are due: the default of the
 * JDK. A cancelled task has let go of what it was to run, so the shell of the task is all that stays.
 */
@Leaks(
        why = "a cancelled task stays in the scheduler's queue until its hour, here a day",
        perOperation = (72 + 5) / 20.0,
        period = 20,
        holder = "CancelledButScheduled.scheduler",
        allocates = "CancelledButScheduled.call")
public final class CancelledButScheduled implements Callable<Object>, AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "specimen-scheduler");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Object call() {
        if (requests.incrementAndGet() % 20 != 0) {
            return requests;
        }
        byte[] request = new byte[600];
        ScheduledFuture<?> timeout = scheduler.schedule(() -> request[0]++, 1, TimeUnit.DAYS);
        return timeout.cancel(false);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
