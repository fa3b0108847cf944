package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A map that always has its 100 keys, while what stands behind each key gets longer. */
@Leaks(
        why = "the number of entries is constant and each entry grows",
        perOperation = (24 + 24) / 3.0,
        period = 3,
        holder = "GrowingEntries.histories",
        allocates = "GrowingEntries.run")
public final class GrowingEntries implements Runnable {
    private final Map<Integer, Queue<Visit>> histories = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        if (request % 3 == 0) {
            histories
                    .computeIfAbsent((int) (request % 100), customer -> new ConcurrentLinkedQueue<>())
                    .add(new Visit(request));
        }
    }

    private record Visit(long request) {}
}
