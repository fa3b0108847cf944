package org.evenkeel.leakcheck.specimens.clean;

import java.lang.ref.SoftReference;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/**
 * A soft reference per request that nobody keeps: what it refers to is softly reachable only as long as it is itself
 * reachable.
 */
@Clean(why = "a dropped soft reference holds nothing")
public final class SoftGarbage implements Callable<Object> {
    private final AtomicReference<@Nullable SoftReference<byte[]>> latest = new AtomicReference<>();

    @Override
    public @Nullable Object call() {
        return latest.getAndSet(new SoftReference<>(new byte[1_000]));
    }
}
