package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A fixed pool of eight threads that start one by one, each with a thread local of its own. An operation takes some 10
 * microseconds.
 */
@Clean(
        why = "a pool with a fixed number of threads, each with one value",
        levelsOffAfter = 1_000,
        holdsAtMostBytes = 160_000)
public final class ThreadLocalsOfAPool implements Callable<Object>, AutoCloseable {
    private static final ThreadLocal<StringBuilder> TEXT = ThreadLocal.withInitial(() -> new StringBuilder(4_096));

    private final ExecutorService pool = Executors.newFixedThreadPool(8, task -> {
        Thread thread = new Thread(task, "specimen-pool");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Object call() throws ExecutionException, InterruptedException {
        return pool.submit(() -> {
                    StringBuilder text = TEXT.get();
                    text.setLength(0);
                    return text.append("request").length();
                })
                .get();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
