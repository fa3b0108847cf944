package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * Phantom references that are kept in order to clean up, with a queue that nobody polls: what they refer to goes, they
 * stay.
 */
@Leaks(
        why = "references to objects long dead are kept until a queue is polled, and it never is",
        perOperation = (24 + 32) / 6.0,
        period = 6,
        holder = "PhantomReferencesNotPolled.pending",
        allocates = "PhantomReferencesNotPolled.call")
public final class PhantomReferencesNotPolled implements Callable<Object> {
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
    private final Queue<Reference<Object>> pending = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        Object resource = new Object();
        if (requests.incrementAndGet() % 6 == 0) {
            pending.add(new PhantomReference<>(resource, dead));
        }
        return resource;
    }
}
