package org.evenkeel.leakcheck.specimens.leaking;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * A pool of direct buffers that is refilled when empty; the one request in 50 that fails does not return its buffer.
 */
@Leaks(
        why = "a failed request keeps its pooled buffer, and the pool makes a new one",
        signal = Signal.DIRECT_BUFFERS,
        perOperation = 1 / 50.0,
        period = 50,
        holder = "BufferNotReturned.failed",
        allocates = "BufferNotReturned.call")
public final class BufferNotReturned implements Callable<Object> {
    private final Queue<ByteBuffer> pool = new ConcurrentLinkedQueue<>();
    private final Queue<ByteBuffer> failed = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        ByteBuffer pooled = pool.poll();
        ByteBuffer buffer = pooled != null ? pooled : ByteBuffer.allocateDirect(256);
        return requests.incrementAndGet() % 50 == 0 ? failed.add(buffer) : pool.add(buffer);
    }
}
