package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A cleaning action that captures the object it waits for, so the object never dies and the action never runs. */
@Leaks(
        why = "the cleaning action refers to the object whose death it waits for",
        perOperation = (48 + 16 + 16 + 16 + 1_000) / 50.0,
        period = 50,
        holder = "CleanerHoldsItsObject.CLEANER",
        allocates = "CleanerHoldsItsObject.run")
public final class CleanerHoldsItsObject implements Runnable {
    private static final Cleaner CLEANER = Cleaner.create();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 50 == 0) {
            Session session = new Session(new byte[1_000]);
            CLEANER.register(session, session::close);
        }
    }

    private static final class Session {
        private final byte[] state;

        Session(byte[] state) {
            this.state = state;
        }

        void close() {
            state[0] = 0;
        }
    }
}
