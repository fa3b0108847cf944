package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** One thread per 10,000 operations that waits for a signal nobody gives. */
@Leaks(
        why = "threads wait for something that never happens",
        signal = Signal.THREADS,
        perOperation = 1 / 10_000.0,
        period = 10_000,
        allocates = "ThreadsParked.run")
public final class ThreadsParked implements Runnable, AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private volatile boolean closed;
    private final Queue<WeakReference<Thread>> started = new ConcurrentLinkedQueue<>();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 10_000 == 0) {
            Thread thread = new Thread(this::await, "specimen-parked");
            thread.setDaemon(true);
            thread.start();
            started.add(new WeakReference<>(thread));
        }
    }

    private void await() {
        while (!closed) {
            LockSupport.park(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (WeakReference<Thread> thread : started) {
            LockSupport.unpark(thread.get());
        }
    }
}
