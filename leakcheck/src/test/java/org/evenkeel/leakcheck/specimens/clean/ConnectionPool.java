package org.evenkeel.leakcheck.specimens.clean;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/** Connections made one by one as the load needs them, never more than twelve, with a statement cache of 50 each. */
@Clean(
        why = "a pool with a bound of connections with a bound of statements",
        levelsOffAfter = 50_000,
        holdsAtMostBytes = 250_000)
public final class ConnectionPool implements Callable<Object> {
    private final AtomicReferenceArray<@Nullable Map<Long, byte[]>> connections = new AtomicReferenceArray<>(12);
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        int index = (int) Math.min(request / 4_000, 11);
        Map<Long, byte[]> statements = connections.get(index);
        if (statements == null) {
            statements = new ConcurrentHashMap<>();
            connections.set(index, statements);
        }
        return statements.computeIfAbsent(request % 50, statement -> new byte[200]);
    }
}
