package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that takes nine of every ten elements: the queue's length follows the requests although it is drained all
 * the time.
 */
@Leaks(
        why = "one of ten elements offered is never polled",
        perOperation = (24 + 24) / 10.0,
        period = 10,
        holder = "SlowConsumer.events",
        allocates = "SlowConsumer.call")
public final class SlowConsumer implements Callable<Object> {
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public @Nullable Object call() {
        long request = requests.incrementAndGet();
        events.add(new Event(request));
        return request % 10 == 0 ? null : events.poll();
    }

    private record Event(long request) {}
}
