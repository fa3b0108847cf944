package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A leak beside soft references, which may or may not be cleared: what they hold is bounded, what leaks is not. */
@Leaks(
        why = "a queue grows beside a bounded soft cache",
        perOperation = (24 + 24) / 4.0,
        period = 4,
        after = 20_000,
        holder = "MaskedBySoftCache.seen",
        allocates = "MaskedBySoftCache.call")
public final class MaskedBySoftCache implements Callable<Object> {
    private final Map<Integer, SoftReference<byte[]>> cache = new ConcurrentHashMap<>();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        if (request % 4 == 0) {
            seen.add(new Seen(request));
        }
        return cache.computeIfAbsent((int) (request % 2_000), page -> new SoftReference<>(new byte[500]));
    }

    private record Seen(long request) {}
}
