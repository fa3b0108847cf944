package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** Nothing for 4,999 operations, then as much at once as a leak of 16 bytes each would have left. */
@Leaks(
        why = "every 5,000th operation leaves 80,000 bytes behind",
        perOperation = (24 + 16 + 79_960) / 5_000.0,
        period = 5_000,
        holder = "BurstEvery5000.reports",
        allocates = "BurstEvery5000.run")
public final class BurstEvery5000 implements Runnable {
    private final Queue<byte[]> reports = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 5_000 == 0) {
            reports.add(new byte[79_960]);
        }
    }
}
