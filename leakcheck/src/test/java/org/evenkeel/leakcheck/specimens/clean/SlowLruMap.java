package org.evenkeel.leakcheck.specimens.clean;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** The same cache where only one request in 100 is for something new, so that it takes a million operations to fill. */
@Clean(why = "a cache with a bound that is far away", levelsOffAfter = 1_000_000, holdsAtMostBytes = 1_700_000)
public final class SlowLruMap implements Callable<Object> {
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
        long key = requests.incrementAndGet() / 100;
        synchronized (pages) {
            return pages.computeIfAbsent(key, page -> new byte[48]);
        }
    }
}
