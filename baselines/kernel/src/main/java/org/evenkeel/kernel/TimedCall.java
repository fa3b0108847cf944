package org.evenkeel.kernel;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A call to somebody who may never return from it, as a JVM that is stopped: it is left alone when its time is over. */
public final class TimedCall {

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    /** Somebody who pressed Ctrl-C waits no longer than this for an answer that is due. */
    private static final Duration ONCE_STOPPED = Duration.ofSeconds(2);

    private TimedCall() {}

    /**
     * Calls, in a thread of its own.
     *
     * @param stopped whether nobody wants to wait any longer
     * @throws TimeoutException when it has not returned in time
     * @throws ExecutionException around what it threw
     */
    public static <T> T within(Duration limit, BooleanSupplier stopped, Callable<T> call)
            throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "evenkeel-timed-call");
        thread.setDaemon(true);
        thread.start();
        Stopwatch watch = Stopwatch.start();
        long most = limit.toNanos();
        try {
            while (true) {
                try {
                    return task.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    long waited = watch.nanos();
                    if (stopped.getAsBoolean()) {
                        most = Math.min(most, Math.max(waited, ONCE_STOPPED.toNanos()));
                    }
                    if (waited >= most) {
                        throw new TimeoutException("no answer within " + limit.toSeconds() + " s");
                    }
                }
            }
        } finally {
            task.cancel(true);
        }
    }
}
