package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A buffer of 8 KiB per calling thread, made on its first request: as many as there are threads, and the bound is for
 * 64.
 */
@Clean(
        why = "one thread local per thread, and the threads stay the same",
        levelsOffAfter = 100,
        holdsAtMostBytes = 600_000)
public final class ThreadLocalBuffers implements Callable<Object> {
    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[8_192]);

    @Override
    public Object call() {
        byte[] buffer = BUFFER.get();
        buffer[0]++;
        return buffer;
    }
}
