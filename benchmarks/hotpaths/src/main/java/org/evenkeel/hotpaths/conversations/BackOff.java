package org.evenkeel.hotpaths.conversations;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a caller does between a rejected start and the next try. */
@FunctionalInterface
interface BackOff {

    /** Starts after the first one that was rejected, before the caller gives up. */
    int RETRIES = 3;

    /**
     * Waits for a while.
     *
     * @param retry which one comes next, from 0, below {@link #RETRIES}
     */
    void pause(int retry);

    /** 20, 40 and 80 microseconds; shorter when the thread is interrupted, which stays so. */
    static BackOff doubling() {
        return retry -> LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(20L << retry));
    }
}
