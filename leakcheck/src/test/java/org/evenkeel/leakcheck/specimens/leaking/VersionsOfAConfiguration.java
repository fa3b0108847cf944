package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that is replaced, each version holding the one before it "to be able to go back". One request in 500
 * replaces it.
 */
@Leaks(
        why = "each version refers to its predecessor",
        perOperation = (24 + 16 + 1_000) / 500.0,
        period = 500,
        holder = "VersionsOfAConfiguration.current",
        allocates = "VersionsOfAConfiguration.call")
public final class VersionsOfAConfiguration implements Callable<Object> {
    private final AtomicReference<Version> current = new AtomicReference<>(new Version(new byte[0], null));
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        Version before = current.get();
        return requests.incrementAndGet() % 500 != 0
                || current.compareAndSet(before, new Version(new byte[1_000], before));
    }

    @SuppressWarnings("ArrayRecordComponent") // It is held, never compared.
    private record Version(byte[] settings, @Nullable Version before) {}
}
