package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * A plugin that is reloaded for one request in 2,000, with counters by class: the key of an old version holds its whole
 * loader.
 */
@Leaks(
        why = "a key of a long-lived map is a class, and holds its whole loader",
        signal = Signal.CLASSES,
        perOperation = 1 / 2_000.0,
        period = 2_000,
        holder = "LoadersHeldByAKey.byClass",
        allocates = "LoadersHeldByAKey.run")
public final class LoadersHeldByAKey implements Runnable {
    private final Map<Class<?>, Long> byClass = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        if (request % 2_000 == 0) {
            byClass.put(new Template.Loader().define(), request);
        }
    }
}
