package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A callback is kept for later, and as an inner class it keeps the whole request it came with. */
@Leaks(
        why = "an inner class holds the object around it, and the queue of callbacks is never emptied",
        perOperation = (24 + 16 + 16 + 16 + 128) / 8.0,
        period = 8,
        holder = "CapturingInnerClass.callbacks",
        allocates = "CapturingInnerClass.run")
public final class CapturingInnerClass implements Runnable {
    private final Queue<Runnable> callbacks = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 8 == 0) {
            callbacks.add(new Request(new byte[128]).callback());
        }
    }

    private static final class Request {
        private final byte[] body;

        Request(byte[] body) {
            this.body = body;
        }

        Runnable callback() {
            return new Runnable() {
                @Override
                public void run() {
                    body[0]++;
                }
            };
        }
    }
}
