package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A shutdown hook per connection, never removed. One request in 200 connects; 10 microseconds for that one. */
@Leaks(
        why = "shutdown hooks are added by every connection and removed by none",
        perOperation = (376 + 16 + 16 + 20_000 + 56 + 24) / 200.0,
        period = 200,
        holder = "ApplicationShutdownHooks.hooks",
        allocates = "ShutdownHooks.run")
public final class ShutdownHooks implements Runnable, AutoCloseable {
    private final Queue<WeakReference<Thread>> added = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 200 == 0) {
            byte[] connection = new byte[20_000];
            Thread hook = new Thread(() -> connection[0]++, "specimen-hook");
            Runtime.getRuntime().addShutdownHook(hook);
            added.add(new WeakReference<>(hook));
        }
    }

    @Override
    public void close() {
        for (WeakReference<Thread> reference : added) {
            Thread hook = reference.get();
            if (hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
        added.clear();
    }
}
