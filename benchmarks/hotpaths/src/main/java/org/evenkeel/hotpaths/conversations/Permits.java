package org.evenkeel.hotpaths.conversations;

/**
 * A count of what may be active at once. Safe to use from many threads; nothing waits.
 *
 * <p>Linearizable: {@link #tryAcquire} refuses only when, at some instant of the call, all permits were taken, or when
 * the thread is interrupted, which it then still is.
 */
interface Permits {

    /** Takes a permit if one is left, and says whether it did. */
    boolean tryAcquire();

    /** Gives back a permit that was taken, from any thread. */
    void release();

    /** How many are taken. */
    int inUse();
}
