package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** One class per 10,000 operations, in a loader of its own that is kept. */
@Leaks(
        why = "one operation in 10,000 keeps a class loader with a class",
        signal = Signal.CLASSES,
        perOperation = 1 / 10_000.0,
        period = 10_000,
        holder = "ClassIn10000.plugins",
        allocates = "ClassIn10000.run")
public final class ClassIn10000 implements Runnable {
    private final Queue<Class<?>> plugins = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 10_000 == 0) {
            plugins.add(new Template.Loader().define());
        }
    }
}
