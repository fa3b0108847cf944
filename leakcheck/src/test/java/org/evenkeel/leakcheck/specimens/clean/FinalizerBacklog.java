package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Objects with a finalizer, dropped at once: they survive the collection that finds them dead, and go with the next.
 * One in 50.
 */
@Clean(why = "finalized objects go with the collection after their finalizer ran", swings = true)
public final class FinalizerBacklog implements Callable<Object> {
    private static final LongAdder FINALIZED = new LongAdder();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        return requests.incrementAndGet() % 50 == 0 ? new Connection(new byte[100]) : requests;
    }

    private static final class Connection {
        private final byte[] buffer;

        Connection(byte[] buffer) {
            this.buffer = buffer;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal", "Finalize", "Finalizer"})
        protected void finalize() {
            FINALIZED.add(buffer.length);
        }
    }
}
