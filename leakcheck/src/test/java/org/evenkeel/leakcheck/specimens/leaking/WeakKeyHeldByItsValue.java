package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A weak map whose values hold their keys: what is weakly held by the map is strongly held through the map. */
@Leaks(
        why = "each value refers to its own key, so no weak key is ever cleared",
        perOperation = (40 + 16 + 16 + 16 + 152 + 8) / 10.0,
        period = 10,
        holder = "WeakKeyHeldByItsValue.attributes",
        allocates = "WeakKeyHeldByItsValue.run")
public final class WeakKeyHeldByItsValue implements Runnable {
    private final Map<Session, Attributes> attributes = new WeakHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 10 == 0) {
            Session session = new Session(new byte[152]);
            synchronized (attributes) {
                attributes.put(session, new Attributes(session));
            }
        }
    }

    private static final class Session {
        private final byte[] state;

        Session(byte[] state) {
            this.state = state;
        }
    }

    private static final class Attributes {
        private final Session session;

        Attributes(Session session) {
            this.session = session;
        }

        @Override
        public String toString() {
            return "attributes of " + session.state.length;
        }
    }
}
