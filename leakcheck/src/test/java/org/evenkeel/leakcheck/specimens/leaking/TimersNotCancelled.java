package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * A timer for one request in 5,000. An idle timer's thread ends once the timer is collected, but this one has a task
 * for tomorrow.
 */
@Leaks(
        why = "a timer with a task far ahead keeps its thread although nobody refers to the timer",
        signal = Signal.THREADS,
        perOperation = 1 / 5_000.0,
        period = 5_000,
        allocates = "TimersNotCancelled.run")
public final class TimersNotCancelled implements Runnable, AutoCloseable {
    private static final String THREAD = "specimen-dropped-timer";
    private static final long DAY_MILLIS = 86_400_000;

    private final AtomicLong requests = new AtomicLong();
    private final Queue<WeakReference<TimerTask>> tasks = new ConcurrentLinkedQueue<>();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 5_000 == 0) {
            TimerTask tomorrow = new Tomorrow();
            new Timer(THREAD, true).schedule(tomorrow, DAY_MILLIS);
            tasks.add(new WeakReference<>(tomorrow));
        }
    }

    @Override
    public void close() {
        for (WeakReference<TimerTask> reference : tasks) {
            TimerTask task = reference.get();
            if (task != null) {
                task.cancel();
            }
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(THREAD)) {
                thread.interrupt();
            }
        }
    }

    private static final class Tomorrow extends TimerTask {
        @Override
        public void run() {}
    }
}
