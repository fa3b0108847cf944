package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.invoke.MethodHandles;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * A hidden class is spun for one request in 500, and one instance of each is kept. Some 100 microseconds for that one.
 */
@Leaks(
        why = "instances of ever new hidden classes are kept",
        signal = Signal.CLASSES,
        perOperation = 1 / 500.0,
        period = 500,
        holder = "HiddenClassesHeld.instances",
        allocates = "HiddenClassesHeld.run")
public final class HiddenClassesHeld implements Runnable {
    private static final byte[] TEMPLATE = Template.bytes();

    private final Queue<Object> instances = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 500 != 0) {
            return;
        }
        try {
            Class<?> hidden =
                    MethodHandles.lookup().defineHiddenClass(TEMPLATE, true).lookupClass();
            instances.add(hidden.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot spin a hidden class", e);
        }
    }
}
