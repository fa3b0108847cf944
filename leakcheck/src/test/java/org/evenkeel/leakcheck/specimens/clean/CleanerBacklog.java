package org.evenkeel.leakcheck.specimens.clean;

import java.lang.ref.Cleaner;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Objects with a cleaning action, dropped at once: after a collection the cleaner's thread needs a while to work off
 * its backlog. One in 20.
 */
@Clean(why = "cleaning actions run and are gone once the cleaner has caught up", swings = true)
public final class CleanerBacklog implements Callable<Object> {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final LongAdder CLEANED = new LongAdder();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        Object resource = new byte[32];
        if (requests.incrementAndGet() % 20 == 0) {
            CLEANER.register(resource, CLEANED::increment);
        }
        return resource;
    }
}
