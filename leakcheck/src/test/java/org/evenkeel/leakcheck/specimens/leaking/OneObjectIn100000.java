package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/**
 * A single object of 16 bytes per 100,000 operations: far below what the machinery of measuring allocates meanwhile.
 */
@Leaks(
        why = "a linked list gets a node of 16 bytes every 100,000 operations",
        perOperation = 16 / 100_000.0,
        period = 100_000,
        holder = "OneObjectIn100000.newest",
        allocates = "OneObjectIn100000.run")
public final class OneObjectIn100000 implements Runnable {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicReference<@Nullable Node> newest = new AtomicReference<>();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 100_000 == 0) {
            newest.updateAndGet(Node::new);
        }
    }

    private record Node(@Nullable Node next) {}
}
