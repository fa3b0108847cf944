package org.evenkeel.hotpaths.audits;

/** A record's lock in somebody's hand; closing it gives the lock back. */
interface Hold extends AutoCloseable {

    /** Whether nobody else can hold the same lock meanwhile. */
    default boolean isExclusive() {
        return true;
    }

    /** Unlocks. Called once, by the thread that locked. */
    @Override
    void close();
}
