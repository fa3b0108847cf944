package org.evenkeel.hotpaths.planted;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What an operation of {@code planted} can waste. Each way is a method of its own, so that a profiler has a frame to name.
 *
 * <p>The lock is fair: each waits for all who came before, and so for (callers - 1) times as long as it is held.
 */
final class Waste {

    private final Lock lock = new ReentrantLock(true);

    /** Lets time pass by the wall clock, at work. */
    static void spin(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }

    /** Lets time pass, asleep. */
    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets nobody through in the last so many milliseconds of each period of the clock, which is the same for all callers. */
    static void stall(long stallMillis, long periodMillis) {
        long period = TimeUnit.MILLISECONDS.toNanos(periodMillis);
        long stall = TimeUnit.MILLISECONDS.toNanos(stallMillis);
        long left = period - Math.floorMod(System.nanoTime(), period);
        while (left <= stall) {
            LockSupport.parkNanos(left);
            left = Thread.currentThread().isInterrupted()
                    ? Long.MAX_VALUE
                    : period - Math.floorMod(System.nanoTime(), period);
        }
    }

    /** Makes an array that nobody needs. */
    static byte[] garbage(int bytes) {
        return new byte[bytes];
    }

    /** Holds the lock that all callers share, at work. */
    void hold(long nanos) {
        lock.lock();
        try {
            spin(nanos);
        } finally {
            lock.unlock();
        }
    }
}
