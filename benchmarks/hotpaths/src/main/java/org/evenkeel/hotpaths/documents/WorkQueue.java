package org.evenkeel.hotpaths.documents;

import org.jspecify.annotations.Nullable;

/**
 * Where documents wait for a worker: bounded, first in first out, for any number of threads on either side.
 *
 * <p>The pipeline asks for nothing else, so a queue may live in this JVM or outside it.
 */
interface WorkQueue extends AutoCloseable {

    /**
     * Hands in a job, and waits as long as the queue is full.
     *
     * @throws InterruptedException when interrupted; the job is then not in the queue
     */
    void put(Job job) throws InterruptedException;

    /**
     * Takes the oldest job, and waits as long as there is none.
     *
     * @throws InterruptedException when interrupted; nothing was taken
     */
    Job take() throws InterruptedException;

    /** Takes the oldest job; null when there is none at this moment. */
    @Nullable
    Job poll();

    /** Releases what the queue holds outside the heap. */
    @Override
    default void close() {}
}
