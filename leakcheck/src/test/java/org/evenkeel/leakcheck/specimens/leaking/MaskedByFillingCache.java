package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/**
 * A leak beside a cache that fills up to its bound over 200,000 operations and then stops: only what comes after tells
 * the two apart.
 */
@Leaks(
        why = "a queue grows behind a cache that fills to its bound",
        perOperation = (24 + 24) / 2.0,
        period = 2,
        after = 200_000,
        holder = "MaskedByFillingCache.seen",
        allocates = "MaskedByFillingCache.call")
public final class MaskedByFillingCache implements Callable<Object> {
    private final AtomicReferenceArray<byte @Nullable []> cache = new AtomicReferenceArray<>(20_000);
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        byte[] page = new byte[200];
        cache.set((int) (request / 10 % cache.length()), page);
        if (request % 2 == 0) {
            seen.add(new Seen(request));
        }
        return page;
    }

    private record Seen(long request) {}
}
