package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * Data attached to a class with {@link ClassValue}: the class lives as long as its loader, and so does all that is
 * attached.
 */
@Leaks(
        why = "the value attached to a class is added to for ever",
        perOperation = (24 + 24) / 5.0,
        period = 5,
        holder = "ClassValueAccumulates.CALLS",
        allocates = "ClassValueAccumulates.run")
public final class ClassValueAccumulates implements Runnable {
    private static final ClassValue<Queue<Call>> CALLS = new ClassValue<>() {
        @Override
        protected Queue<Call> computeValue(Class<?> type) {
            return new ConcurrentLinkedQueue<>();
        }
    };

    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        if (request % 5 == 0) {
            CALLS.get(getClass()).add(new Call(request));
        }
    }

    private record Call(long request) {}
}
