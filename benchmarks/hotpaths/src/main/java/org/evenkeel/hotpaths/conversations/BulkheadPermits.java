package org.evenkeel.hotpaths.conversations;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;

/**
 * Permits of a Resilience4j bulkhead: what a service has that wants metrics and events of its limits.
 *
 * <p>A bulkhead always acquires as one that may wait, even for no time at all, so it refuses a thread that is interrupted
 * although there is room.
 */
final class BulkheadPermits implements Permits {

    private final int limit;
    private final Bulkhead bulkhead;

    BulkheadPermits(String name, int limit) {
        this.limit = limit;
        this.bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limit)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    @Override
    public boolean tryAcquire() {
        return bulkhead.tryAcquirePermission();
    }

    @Override
    public void release() {
        bulkhead.releasePermission();
    }

    @Override
    public int inUse() {
        return limit - bulkhead.getMetrics().getAvailableConcurrentCalls();
    }
}
