package org.evenkeel.hotpaths.conversations;

import java.util.concurrent.atomic.AtomicInteger;

/** Permits in one atomic word, changed by compare-and-set. */
final class AtomicPermits implements Permits {

    private final int limit;
    private final AtomicInteger inUse = new AtomicInteger();

    AtomicPermits(int limit) {
        this.limit = limit;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Not increment-then-look: a caller that goes over the limit for an instant, before it steps back, makes another
     * be refused although there is room.
     */
    @Override
    public boolean tryAcquire() {
        int seen = inUse.get();
        while (seen < limit) {
            int found = inUse.compareAndExchange(seen, seen + 1);
            if (found == seen) {
                return true;
            }
            seen = found;
        }
        return false;
    }

    @Override
    public void release() {
        inUse.decrementAndGet();
    }

    @Override
    public int inUse() {
        return inUse.get();
    }
}
