package org.evenkeel.leakcheck.specimens.clean;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A pool of direct buffers: as many as requests ever overlapped. One request in 100 keeps its buffer for 20 microseconds,
 * so all threads soon do overlap.
 */
@Clean(
        why = "each buffer is returned, and made only when all are in use",
        levelsOffAfter = 20_000,
        holdsAtMostBytes = 100_000)
public final class DirectBufferPool implements Callable<Object> {
    private static final long IN_USE_NANOS = 20_000;

    private final Queue<ByteBuffer> pool = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        ByteBuffer pooled = pool.poll();
        ByteBuffer buffer = pooled != null ? pooled : ByteBuffer.allocateDirect(4_096);
        buffer.clear().putLong(42);
        if (requests.incrementAndGet() % 100 == 0) {
            LockSupport.parkNanos(IN_USE_NANOS);
        }
        return pool.offer(buffer);
    }
}
