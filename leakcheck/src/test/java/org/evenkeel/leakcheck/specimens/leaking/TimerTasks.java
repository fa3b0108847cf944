package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A watchdog per request, due in a day, that nobody cancels when the request is done. */
@Leaks(
        why = "timer tasks are scheduled far ahead and never cancelled",
        perOperation = (40 + 16 + 400 + 6) / 20.0,
        period = 20,
        holder = "TimerTasks.timer",
        allocates = "TimerTasks.run")
public final class TimerTasks implements Runnable, AutoCloseable {
    private static final long DAY_MILLIS = 86_400_000;

    private final Timer timer = new Timer("specimen-timer", true);
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 20 == 0) {
            timer.schedule(new Watchdog(new byte[400]), DAY_MILLIS);
        }
    }

    @Override
    public void close() {
        timer.cancel();
    }

    private static final class Watchdog extends TimerTask {
        private final byte[] request;

        Watchdog(byte[] request) {
            this.request = request;
        }

        @Override
        public void run() {
            request[0]++;
        }
    }
}
