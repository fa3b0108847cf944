package org.evenkeel.hotpaths.conversations;

import java.util.concurrent.Semaphore;

/** Permits of a {@link Semaphore}: the JDK's own, and the first thing to reach for. */
final class SemaphorePermits implements Permits {

    private final int limit;
    private final Semaphore semaphore;

    SemaphorePermits(int limit) {
        this.limit = limit;
        // Not fair: fairness orders threads that wait, and here none does.
        this.semaphore = new Semaphore(limit);
    }

    @Override
    public boolean tryAcquire() {
        return semaphore.tryAcquire();
    }

    @Override
    public void release() {
        semaphore.release();
    }

    @Override
    public int inUse() {
        return limit - semaphore.availablePermits();
    }
}
