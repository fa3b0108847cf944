package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is good for 1,000 requests. Whoever finds none opens one, which takes 20 microseconds, and so do
 * all who come meanwhile; the first is used, and the others stay registered. The rate is that of 50 threads which all
 * come in time.
 */
@Leaks(
        why = "between the check and the act others open the same, and the losers' stay registered",
        perOperation = 49 * (24 + 16 + 16) / 1_000.0,
        holder = "CheckThenAct.registered",
        allocates = "CheckThenAct.call",
        minimumThreads = 2,
        scheduleDecides = true)
public final class CheckThenAct implements Callable<Object> {
    private static final long OPENING_NANOS = 20_000;
    private static final int USES = 1_000;

    private final AtomicReference<@Nullable Connection> current = new AtomicReference<>();
    private final Queue<Connection> registered = new ConcurrentLinkedQueue<>();

    @Override
    public Object call() {
        Connection connection = current.get();
        if (connection == null) {
            Connection opened = new Connection();
            LockSupport.parkNanos(OPENING_NANOS);
            return current.compareAndSet(null, opened) || registered.add(opened);
        }
        return connection.uses.incrementAndGet() < USES || current.compareAndSet(connection, null);
    }

    private static final class Connection {
        private final AtomicInteger uses = new AtomicInteger();
    }
}
