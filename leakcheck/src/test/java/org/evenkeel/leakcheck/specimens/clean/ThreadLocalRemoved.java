package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/** A thread local that is set on entry and removed on exit, with a new key object every 1,000 requests. */
@Clean(why = "each thread local is removed on the way out")
public final class ThreadLocalRemoved implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @SuppressWarnings("ThreadLocalUsage") // That there is one per instance is what is shown.
    private volatile ThreadLocal<byte[]> context = new ThreadLocal<>();

    @Override
    public @Nullable Object call() {
        if (requests.incrementAndGet() % 1_000 == 0) {
            context = new ThreadLocal<>();
        }
        ThreadLocal<byte[]> entered = context;
        try {
            entered.set(new byte[256]);
            return entered.get();
        } finally {
            entered.remove();
        }
    }
}
