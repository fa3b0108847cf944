package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A canonicalising map somebody wrote instead of {@link String#intern}: it holds its strings for ever. */
@Leaks(
        why = "an interning map holds every string strongly",
        perOperation = (32 + 24 + 16 + 112 + 8) / 4.0,
        period = 4,
        holder = "HomeMadeInterning.CANONICAL",
        allocates = "HomeMadeInterning.call")
public final class HomeMadeInterning implements Callable<Object> {
    private static final Map<String, String> CANONICAL = new ConcurrentHashMap<>();
    private static final String PREFIX = "a".repeat(100);
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        String name = PREFIX + (100_000_000_000L + requests.incrementAndGet() / 4);
        String known = CANONICAL.putIfAbsent(name, name);
        return known == null ? name : known;
    }
}
