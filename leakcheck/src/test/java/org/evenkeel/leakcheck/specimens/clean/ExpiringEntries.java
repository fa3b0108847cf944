package org.evenkeel.leakcheck.specimens.clean;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** Entries under 10,000 keys that are good for 100 milliseconds and are dropped by whoever finds them stale. */
@Clean(
        why = "entries expire, and the keys have an end",
        levelsOffAfter = 20_000,
        holdsAtMostBytes = 1_200_000,
        swings = true)
public final class ExpiringEntries implements Callable<Object> {
    private static final long LIFE_NANOS = 100_000_000;

    private final Map<Integer, Long> expiryNanos = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long now = System.nanoTime();
        int key = (int) (requests.incrementAndGet() % 10_000);
        Long expiry = expiryNanos.get(key);
        if (expiry != null && expiry - now < 0) {
            return expiryNanos.remove(key, expiry);
        }
        return expiryNanos.computeIfAbsent(key, none -> now + LIFE_NANOS);
    }
}
