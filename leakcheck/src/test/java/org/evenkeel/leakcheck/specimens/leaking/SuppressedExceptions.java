package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** One exception instance made beforehand "because it is cheaper", to which each failure adds what it suppressed. */
@Leaks(
        why = "a shared exception collects suppressed ones",
        perOperation = (40 + 16 + 88 + 5) / 10.0,
        period = 10,
        holder = "SuppressedExceptions.REFUSED",
        allocates = "SuppressedExceptions.call")
public final class SuppressedExceptions implements Callable<Object> {
    @SuppressWarnings("StaticAssignmentOfThrowable") // That is the leak.
    private static final IllegalStateException REFUSED = new IllegalStateException("refused");

    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        if (requests.incrementAndGet() % 10 == 0) {
            REFUSED.addSuppressed(new CloseFailed(new byte[96 - 8]));
        }
        return REFUSED;
    }

    private static final class CloseFailed extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient byte[] state;

        CloseFailed(byte[] state) {
            super("close failed", null, true, false);
            this.state = state;
        }

        @Override
        public String getMessage() {
            return super.getMessage() + " with " + state.length + " bytes unsent";
        }
    }
}
