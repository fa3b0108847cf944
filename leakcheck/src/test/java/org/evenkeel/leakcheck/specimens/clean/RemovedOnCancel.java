package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** Timeouts that are cancelled in time, in a scheduler that was told to remove cancelled tasks. */
@Clean(why = "a cancelled task is removed from the queue at once", levelsOffAfter = 1_000, holdsAtMostBytes = 100_000)
public final class RemovedOnCancel implements Callable<Object>, AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "specimen-scheduler");
        thread.setDaemon(true);
        return thread;
    });

    /** Makes the scheduler. */
    public RemovedOnCancel() {
        scheduler.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Object call() {
        ScheduledFuture<?> timeout = scheduler.schedule(requests::incrementAndGet, 1, TimeUnit.DAYS);
        return timeout.cancel(false);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
