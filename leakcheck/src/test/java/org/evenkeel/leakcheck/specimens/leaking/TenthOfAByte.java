package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/** A linked node of 16 bytes on one operation in 160: a tenth of a byte an operation. */
@Leaks(
        why = "a linked list gets a node of 16 bytes every 160 operations",
        perOperation = 0.1,
        period = 160,
        holder = "TenthOfAByte.newest",
        allocates = "TenthOfAByte.run")
public final class TenthOfAByte implements Runnable {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicReference<@Nullable Node> newest = new AtomicReference<>();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 160 == 0) {
            newest.updateAndGet(Node::new);
        }
    }

    private record Node(@Nullable Node next) {}
}
