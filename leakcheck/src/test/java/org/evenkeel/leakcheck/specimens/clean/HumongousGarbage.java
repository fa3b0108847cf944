package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Arrays of two megabytes, which G1 places outside of its young generation, dropped at once: one request in 200, of
 * some 100 microseconds.
 */
@Clean(why = "all of it is dropped with the operation")
public final class HumongousGarbage implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        return requests.incrementAndGet() % 200 == 0 ? new byte[2_000_000] : requests;
    }
}
