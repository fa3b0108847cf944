package org.evenkeel.leakcheck.specimens.clean;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A concurrent cache as libraries build it: a hash table for the look-ups, a queue of writes for the order, and
 * eviction of the oldest above the bound. One request in 20 misses; full after 40,000.
 */
@Clean(why = "a cache with a bound", levelsOffAfter = 45_000, holdsAtMostBytes = 500_000)
public final class EvictingCache implements Callable<Object> {
    private static final int BOUND = 2_000;

    private final Map<Long, byte[]> table = new ConcurrentHashMap<>();
    private final Queue<Long> writes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long key = requests.incrementAndGet() / 20;
        byte[] page = table.get(key);
        return page != null ? page : load(key);
    }

    private byte[] load(Long key) {
        byte[] page = new byte[100];
        if (table.putIfAbsent(key, page) == null) {
            writes.add(key);
            if (size.incrementAndGet() > BOUND) {
                Long eldest = writes.poll();
                if (eldest != null && table.remove(eldest) != null) {
                    size.decrementAndGet();
                }
            }
        }
        return page;
    }
}
