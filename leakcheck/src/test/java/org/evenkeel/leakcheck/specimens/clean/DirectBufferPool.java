package org.evenkeel.leakcheck.specimens.clean;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.evenkeel.leakcheck.specimens.Clean;

/** A pool of direct buffers: as many as requests ever overlapped. */
@Clean(
        why = "each buffer is returned, and made only when all are in use",
        levelsOffAfter = 1_000,
        holdsAtMostBytes = 100_000)
public final class DirectBufferPool implements Callable<Object> {
    private final Queue<ByteBuffer> pool = new ConcurrentLinkedQueue<>();

    @Override
    public Object call() {
        ByteBuffer pooled = pool.poll();
        ByteBuffer buffer = pooled != null ? pooled : ByteBuffer.allocateDirect(4_096);
        buffer.clear().putLong(42);
        return pool.offer(buffer);
    }
}
