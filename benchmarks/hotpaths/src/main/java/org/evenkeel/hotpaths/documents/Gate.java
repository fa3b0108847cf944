package org.evenkeel.hotpaths.documents;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where threads park until a lock-free structure has changed. It costs the side that changes it one fence and one read
 * as long as nobody is parked.
 *
 * <p>No wake-up is lost: who waits first says so and then tries once more; who changes the structure first changes it and
 * then looks whether somebody waits. With a full fence between the two steps on either side, at least one of them sees
 * the other (Dekker's argument).
 */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();

    /** Tells one waiting thread to try again. */
    void changed() {
        // JCTools publishes with a release store, which the read below might overtake.
        VarHandle.fullFence();
        if (waiting.get() > 0) {
            lock.lock();
            try {
                change.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits until {@code attempt} gives something other than null. */
    <T> T await(Supplier<@Nullable T> attempt) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting.incrementAndGet();
            try {
                T result = attempt.get();
                while (result == null) {
                    change.await();
                    result = attempt.get();
                }
                return result;
            } finally {
                waiting.decrementAndGet();
            }
        } finally {
            lock.unlock();
        }
    }
}
