package org.evenkeel.leakcheck.specimens.clean;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Phantom references kept until their object is dead and their queue has been drained, which every request does. One in
 * 100 adds one.
 */
@Clean(
        why = "each reference goes once its object is dead and the next request drains the queue",
        levelsOffAfter = 400_000,
        holdsAtMostBytes = 2_000_000,
        swings = true)
public final class PhantomQueueDrained implements Callable<Object> {
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
    private final Set<Reference<?>> pending = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        Object resource = new Object();
        if (requests.incrementAndGet() % 100 == 0) {
            pending.add(new PhantomReference<>(resource, dead));
        }
        for (Reference<?> reference = dead.poll(); reference != null; reference = dead.poll()) {
            pending.remove(reference);
        }
        return resource;
    }
}
