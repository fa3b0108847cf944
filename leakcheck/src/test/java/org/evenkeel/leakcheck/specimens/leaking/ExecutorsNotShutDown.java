package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** An executor of its own for one request in 5,000, used once and dropped: its thread keeps it alive. */
@Leaks(
        why = "an executor that is dropped but not shut down keeps its thread",
        signal = Signal.THREADS,
        perOperation = 1 / 5_000.0,
        period = 5_000,
        allocates = "ExecutorsNotShutDown.call")
public final class ExecutorsNotShutDown implements Callable<Object>, AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private final Queue<WeakReference<ExecutorService>> dropped = new ConcurrentLinkedQueue<>();

    @Override
    public Object call() throws ExecutionException, InterruptedException {
        long request = requests.incrementAndGet();
        if (request % 5_000 != 0) {
            return request;
        }
        ExecutorService executor = Executors.newFixedThreadPool(1, task -> {
            Thread thread = new Thread(task, "specimen-executor");
            thread.setDaemon(true);
            return thread;
        });
        dropped.add(new WeakReference<>(executor));
        return executor.submit(() -> request).get();
    }

    @Override
    public void close() {
        for (WeakReference<ExecutorService> reference : dropped) {
            ExecutorService executor = reference.get();
            if (executor != null) {
                executor.shutdownNow();
            }
        }
    }
}
