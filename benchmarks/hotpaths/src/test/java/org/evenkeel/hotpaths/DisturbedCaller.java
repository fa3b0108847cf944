package org.evenkeel.hotpaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.workload.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A caller as a bad day has them: interrupted at any moment, now and then slow, sometimes gone half-way.
 *
 * <p>It holds the path to this: a request may fail only where an interrupt hit it or a test injected a failure, and an
 * interrupt is never lost; the request either fails or leaves the thread's interrupt flag set.
 */
final class DisturbedCaller {

    private static final int LARGEST_BATCH = 8;

    private final Caller caller;
    private final SplittableRandom random;
    private final boolean interruptsAreKept;
    private final Object lock = new Object();
    private @Nullable Thread atWork;
    private int interruptsSent;
    private int completed;

    DisturbedCaller(Caller caller, long seed, boolean interruptsAreKept) {
        this.caller = caller;
        this.random = new SplittableRandom(seed);
        this.interruptsAreKept = interruptsAreKept;
    }

    /** Makes up to {@code requests} requests; one caller in four walks away after the first that fails. */
    void work(int requests) {
        boolean impatient = random.nextInt(4) == 0;
        try {
            for (int i = 0; i < requests; i++) {
                if (!attempt() && impatient) {
                    return;
                }
                if (random.nextInt(8) == 0) {
                    LockSupport.parkNanos(random.nextLong(1_000_000));
                }
            }
        } finally {
            synchronized (lock) {
                atWork = null;
            }
        }
    }

    /** Interrupts the request that is being made, if one is. */
    void disturb() {
        synchronized (lock) {
            if (atWork != null) {
                interruptsSent++;
                atWork.interrupt();
            }
        }
    }

    /** How many requests and batches came to an answer; read it when the thread has ended. */
    int completed() {
        return completed;
    }

    private boolean attempt() {
        int sentBefore;
        synchronized (lock) {
            // An interrupt that came between two requests is dropped here, so that each is blamed on one request only.
            Thread.interrupted();
            sentBefore = interruptsSent;
            atWork = Thread.currentThread();
        }
        Throwable failure = null;
        try {
            if (random.nextInt(4) == 0) {
                caller.batch(1 + random.nextInt(LARGEST_BATCH));
            } else {
                caller.request();
            }
            completed++;
        } catch (Exception e) {
            failure = e;
        }
        synchronized (lock) {
            atWork = null;
            boolean interrupted = interruptsSent > sentBefore;
            boolean flagged = Thread.interrupted();
            if (failure == null) {
                assertThat(interrupted && !flagged && interruptsAreKept)
                        .as("an interrupt was swallowed by a request that answered normally")
                        .isFalse();
                return true;
            }
            if (!interrupted && !InjectedFailure.isIn(failure)) {
                throw new AssertionError("a request failed that nothing disturbed", failure);
            }
            return false;
        }
    }
}
