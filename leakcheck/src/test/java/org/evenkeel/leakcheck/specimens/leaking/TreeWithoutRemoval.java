package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A sorted map by time that is only ever added to: a skip list, with half an index node of 24 bytes per entry on
 * average.
 */
@Leaks(
        why = "a sorted index is only ever added to",
        perOperation = (24 + 24 + 24 + 12) / 10.0,
        period = 10,
        holder = "TreeWithoutRemoval.byTime",
        allocates = "TreeWithoutRemoval.run")
public final class TreeWithoutRemoval implements Runnable {
    private final Map<Long, Event> byTime = new ConcurrentSkipListMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        if (request % 10 == 0) {
            byTime.put(request, new Event(request));
        }
    }

    private record Event(long request) {}
}
