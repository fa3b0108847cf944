package org.evenkeel.leakcheck.specimens.clean;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A linked hash map in access order that drops its eldest entry, the cache of many a code base. Full after 10,000
 * different keys.
 */
@Clean(why = "a cache with a bound", levelsOffAfter = 10_000, holdsAtMostBytes = 1_700_000)
public final class LruMap implements Callable<Object> {
    private static final int BOUND = 10_000;

    private final AtomicLong requests = new AtomicLong();
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > BOUND;
        }
    };

    @Override
    public Object call() {
        long key = requests.incrementAndGet() * 7_919 % 100_003;
        synchronized (pages) {
            return pages.computeIfAbsent(key, page -> new byte[48]);
        }
    }
}
