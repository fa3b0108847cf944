package org.evenkeel.hotpaths.audits;

import org.evenkeel.hotpaths.inputs.Counter;

/**
 * A lock for each record, by the record's number.
 *
 * <p>An interrupt does not end the wait for a lock, and the thread stays interrupted: audits are short, and a request
 * that is done is worth more than one that gave up on the last step.
 */
interface RecordLocks extends AutoCloseable {

    /**
     * Locks a record to change it, and waits as long as somebody else has it.
     *
     * @throws LockTimeoutException when it took longer than this kind of lock waits; nothing is then held
     */
    Hold exclusive(int record);

    /**
     * Locks a record to read it. Locks that cannot be shared give an exclusive hold.
     *
     * @throws LockTimeoutException as {@link #exclusive} does
     */
    default Hold shared(int record) {
        return exclusive(record);
    }

    /** Requests that found the lock taken and had to wait for it. */
    Counter waits();

    /** How many locks are held at this moment. */
    int held();

    /** A count of waits, at 0. */
    static Counter newWaits() {
        return new Counter("lock.waits", "requests");
    }

    /** Releases what the locks hold outside the heap. */
    @Override
    default void close() {}
}
