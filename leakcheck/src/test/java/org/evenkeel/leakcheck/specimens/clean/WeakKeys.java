package org.evenkeel.leakcheck.specimens.clean;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/**
 * A weak map whose keys die at once. Its entries go when the map is used after a collection, and not before, so a
 * collection finds as many as were put since the last one; the table stays as large as it once was. One request in 100
 * puts.
 */
@Clean(
        why = "weakly held keys die, and their entries with the next use",
        levelsOffAfter = 400_000,
        holdsAtMostBytes = 2_000_000,
        swings = true)
public final class WeakKeys implements Callable<Object> {
    private final Map<Object, String> names = new WeakHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public @Nullable Object call() {
        Object key = new Object();
        synchronized (names) {
            return requests.incrementAndGet() % 100 == 0 ? names.put(key, "key") : names.get(key);
        }
    }
}
