package org.evenkeel.leakcheck.specimens.clean;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A hash table with 50,000 keys, one new key per eight requests: it grows evenly, doubles its array twelve times, and
 * then never again.
 */
@Clean(why = "a key space with an end", levelsOffAfter = 400_000, holdsAtMostBytes = 4_000_000)
public final class ResizingTable implements Callable<Object> {
    private final Map<Integer, Integer> table = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        int key = (int) (requests.incrementAndGet() / 8 % 50_000);
        return table.computeIfAbsent(key, number -> number + 1_000_000);
    }
}
