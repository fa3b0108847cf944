package org.evenkeel.leakcheck.specimens.leaking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * Every session registers a listener with a service that outlives it, and none deregisters. One request in 10 opens a
 * session.
 */
@Leaks(
        why = "listeners are registered by every session and deregistered by none",
        perOperation = (16 + 24 + 16 + 160 + 5) / 10.0,
        period = 10,
        holder = "ListenerRegistry.listeners",
        allocates = "ListenerRegistry.run")
public final class ListenerRegistry implements Runnable {
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 10 == 0) {
            Session session = new Session(requests.get(), new byte[160]);
            synchronized (listeners) {
                listeners.add(session::refresh);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // It is held, never compared.
    private record Session(long id, byte[] state) {
        void refresh() {
            state[0] = (byte) id;
        }
    }
}
