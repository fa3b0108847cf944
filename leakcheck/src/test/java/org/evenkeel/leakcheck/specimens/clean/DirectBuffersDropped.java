package org.evenkeel.leakcheck.specimens.clean;

import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Direct buffers that are made and dropped, one request in 50: their memory goes when the collector finds the buffers
 * dead.
 */
@Clean(why = "a cleaner frees each buffer once it is collected", swings = true)
public final class DirectBuffersDropped implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        return requests.incrementAndGet() % 50 == 0 ? ByteBuffer.allocateDirect(1_024) : requests;
    }
}
