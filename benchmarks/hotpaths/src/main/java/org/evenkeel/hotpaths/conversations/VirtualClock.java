package org.evenkeel.hotpaths.conversations;

import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody says so. */
final class VirtualClock implements NanoClock {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    /** Lets time pass. */
    void advance(long byNanos) {
        nanos.addAndGet(byNanos);
    }
}
