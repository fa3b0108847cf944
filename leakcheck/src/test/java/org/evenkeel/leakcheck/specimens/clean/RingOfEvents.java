package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenkeel.leakcheck.specimens.Clean;
import org.jspecify.annotations.Nullable;

/** The last 20,000 events in a ring, for somebody who looks at them after a crash. */
@Clean(why = "a ring overwrites its oldest event", levelsOffAfter = 20_000, holdsAtMostBytes = 650_000)
public final class RingOfEvents implements Runnable {
    private final AtomicReferenceArray<@Nullable Event> ring = new AtomicReferenceArray<>(20_000);
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        ring.set((int) (request % ring.length()), new Event(request));
    }

    private record Event(long request) {}
}
