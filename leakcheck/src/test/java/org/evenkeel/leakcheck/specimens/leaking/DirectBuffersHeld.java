package org.evenkeel.leakcheck.specimens.leaking;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** A direct buffer on one request in 20, put aside and never used again. */
@Leaks(
        why = "direct buffers are kept in a queue that nobody empties",
        signal = Signal.DIRECT_BUFFERS,
        perOperation = 1 / 20.0,
        period = 20,
        holder = "DirectBuffersHeld.buffers",
        allocates = "DirectBuffersHeld.run")
public final class DirectBuffersHeld implements Runnable {
    private final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 20 == 0) {
            buffers.add(ByteBuffer.allocateDirect(64));
        }
    }
}
