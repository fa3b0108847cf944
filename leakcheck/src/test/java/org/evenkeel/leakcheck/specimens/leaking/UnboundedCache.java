package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A cache without a bound whose keys hardly ever come again: half of the requests are for something new. */
@Leaks(
        why = "a cache without a bound over a key space without end",
        perOperation = (32 + 24 + 24 + 16 + 256 + 8) / 2.0,
        period = 2,
        holder = "UnboundedCache.pages",
        allocates = "UnboundedCache.render")
public final class UnboundedCache implements Callable<Object> {
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        String page = Long.toString(10_000_000 + requests.incrementAndGet() / 2);
        return pages.computeIfAbsent(page, UnboundedCache::render);
    }

    private static byte[] render(String page) {
        return new byte[page.length() + 248];
    }
}
