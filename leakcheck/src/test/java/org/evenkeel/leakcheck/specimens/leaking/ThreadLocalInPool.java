package org.evenkeel.leakcheck.specimens.leaking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A pool with one thread for ever, whose thread local collects what each task leaves behind. It hands over 100 tasks at
 * a time, so an operation stays cheap.
 */
@Leaks(
        why = "a thread local is added to by each task and the pool's thread never ends",
        perOperation = (16 + 96 + 5) / 10.0,
        period = 100,
        holder = "ThreadLocalInPool.AUDIT",
        allocates = "ThreadLocalInPool.audit")
public final class ThreadLocalInPool implements Callable<Object>, AutoCloseable {
    private static final ThreadLocal<List<byte[]>> AUDIT = ThreadLocal.withInitial(ArrayList::new);

    private final AtomicLong requests = new AtomicLong();
    private final ExecutorService pool = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "specimen-pool");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Object call() throws ExecutionException, InterruptedException {
        long request = requests.incrementAndGet();
        return request % 100 == 0 ? pool.submit(ThreadLocalInPool::audit).get() : request;
    }

    private static int audit() {
        List<byte[]> trail = AUDIT.get();
        for (int i = 0; i < 10; i++) {
            trail.add(new byte[96]);
        }
        return trail.size();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
