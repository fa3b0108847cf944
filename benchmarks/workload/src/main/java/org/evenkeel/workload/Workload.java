package org.evenkeel.workload;

import java.util.List;

/**
 * The living state of a hot path: what its callers share.
 *
 * <p>A harness opens it, asks for one {@link Caller} per thread, lets them run, stops them, waits for quiet, has the
 * invariants checked, and may then go on with the same callers. It closes the workload at the end. Only {@link #gauges}
 * may be read while callers run; the other methods are called by one thread at a time.
 */
public interface Workload extends AutoCloseable {

    /**
     * Returns a new caller.
     *
     * @param index which caller of this JVM it is, from 0; a path with users or sessions may tell them apart by it
     * @param seed decides the caller's inputs: the same index and seed make the same requests
     */
    Caller caller(int index, long seed);

    /**
     * Waits until nothing that callers started is still in flight: queues are empty and workers idle. Called while no
     * caller is running. A path without work of its own in the background has nothing to wait for.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    default void awaitQuiet() throws InterruptedException {}

    /** Checks what must hold when the path is quiet, and reports each breach to the invariants it was opened with. */
    default void checkInvariants() {}

    /** Quantities worth watching while the path runs, such as a queue's depth. They never enter a verdict. */
    default List<Gauge> gauges() {
        return List.of();
    }

    /** Releases threads, connections and files. A second call does nothing. */
    @Override
    void close();
}
