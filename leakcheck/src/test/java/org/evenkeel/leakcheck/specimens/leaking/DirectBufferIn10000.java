package org.evenkeel.leakcheck.specimens.leaking;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** One direct buffer of 4 KiB per 10,000 operations. */
@Leaks(
        why = "one operation in 10,000 keeps a direct buffer",
        signal = Signal.DIRECT_BUFFERS,
        perOperation = 1 / 10_000.0,
        period = 10_000,
        holder = "DirectBufferIn10000.buffers",
        allocates = "DirectBufferIn10000.run")
public final class DirectBufferIn10000 implements Runnable {
    private final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 10_000 == 0) {
            buffers.add(ByteBuffer.allocateDirect(4_096));
        }
    }
}
