package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A small leak under a thousand times as much garbage: 20 bytes an operation behind 20,000. Takes a few microseconds.
 */
@Leaks(
        why = "a queue grows by 20 bytes an operation while 20,000 come and go",
        perOperation = (24 + 16) / 2.0,
        period = 2,
        holder = "MaskedByGarbage.seen",
        allocates = "MaskedByGarbage.call")
public final class MaskedByGarbage implements Callable<Object> {
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        byte[][] page = new byte[20][];
        for (int i = 0; i < page.length; i++) {
            page[i] = new byte[984];
        }
        if (requests.incrementAndGet() % 2 == 0) {
            seen.add(new Seen(page.length));
        }
        return page;
    }

    private record Seen(int parts) {}
}
