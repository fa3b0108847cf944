package org.evenkeel.leakcheck.specimens.clean;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** Timer tasks cancelled by their callers and swept out of the timer's queue every 500 requests. */
@Clean(
        why = "cancelled tasks are purged now and then",
        levelsOffAfter = 1_000,
        holdsAtMostBytes = 150_000,
        swings = true)
public final class TimerPurged implements Callable<Object>, AutoCloseable {
    private static final long DAY_MILLIS = 86_400_000;

    private final AtomicLong requests = new AtomicLong();
    private final Timer timer = new Timer("specimen-timer", true);

    @Override
    public Object call() {
        TimerTask reminder = new Reminder();
        timer.schedule(reminder, DAY_MILLIS);
        reminder.cancel();
        return requests.incrementAndGet() % 500 == 0 ? timer.purge() : 0;
    }

    @Override
    public void close() {
        timer.cancel();
    }

    private static final class Reminder extends TimerTask {
        @Override
        public void run() {}
    }
}
