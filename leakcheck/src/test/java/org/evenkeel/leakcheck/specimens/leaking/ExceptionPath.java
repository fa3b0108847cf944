package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A scope that is opened, used and closed, but not in a finally clause: the one request in 10 that throws leaves its
 * scope open.
 */
@Leaks(
        why = "an exception jumps over the removal",
        perOperation = (32 + 24 + 16 + 16 + 256 + 8) / 10.0,
        period = 10,
        holder = "ExceptionPath.scopes",
        allocates = "ExceptionPath.handle")
public final class ExceptionPath implements Callable<Object> {
    private final Map<Long, Scope> scopes = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        try {
            return handle(requests.incrementAndGet());
        } catch (IllegalStateException refused) {
            return refused;
        }
    }

    private boolean handle(long request) {
        scopes.put(request, new Scope(new byte[256]));
        if (request % 10 == 0) {
            throw new IllegalStateException("refused");
        }
        return scopes.remove(request) != null;
    }

    @SuppressWarnings("ArrayRecordComponent") // It is held, never compared.
    private record Scope(byte[] attributes) {}
}
