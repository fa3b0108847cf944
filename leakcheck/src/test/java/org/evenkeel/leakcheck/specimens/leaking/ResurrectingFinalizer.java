package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A finalizer that puts its object back into a static queue "to reuse it", and nothing is reused. It leaks what the
 * collector finds dead.
 */
@Leaks(
        why = "finalizers make dead objects reachable again",
        perOperation = (24 + 16 + 16 + 160) / 20.0,
        period = 20,
        holder = "ResurrectingFinalizer.REUSABLE",
        allocates = "ResurrectingFinalizer.call")
public final class ResurrectingFinalizer implements Callable<Object> {
    private static final Queue<Object> REUSABLE = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        return requests.incrementAndGet() % 20 == 0 ? new Connection(new byte[160]) : requests;
    }

    private static final class Connection {
        private final byte[] buffer;

        Connection(byte[] buffer) {
            this.buffer = buffer;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal", "Finalize", "Finalizer"})
        protected void finalize() {
            buffer[0]++;
            REUSABLE.add(this);
        }
    }
}
