package org.evenkeel.leakcheck.run.worker;

import java.lang.management.MemoryMXBean;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;

/**
 * Brings the heap to rest: everything unreachable is collected, and what reacts to that has run.
 *
 * <p>One collection is not enough. It finds references whose objects died; only then do the reference handler (which
 * frees direct buffers), finalizers and cleaners run, and what they let go is collected by the next one.
 */
final class Quiet {

    private static final long SENTINEL_MILLIS = 2_000;
    private static final long FINALIZER_MILLIS = 500;

    private final MemoryMXBean memory;
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();

    Quiet(MemoryMXBean memory) {
        this.memory = memory;
    }

    /**
     * Collects and waits for the reactions.
     *
     * @param twice whether to collect once more afterwards, for a heap source that does not collect by itself
     * @return whether the collection is known to have happened
     */
    @SuppressWarnings("ThreadPriorityCheck")
    boolean bring(boolean twice) throws InterruptedException {
        boolean confirmed = collect();
        long deadline = System.nanoTime() + FINALIZER_MILLIS * 1_000_000;
        while (memory.getObjectPendingFinalizationCount() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        // Cleaner threads of the workload were woken by the reference handler just now; let them go first.
        Thread.yield();
        if (twice) {
            confirmed &= collect();
        }
        return confirmed;
    }

    /** Whether a reference to a fresh, unreachable object went through the reference handler. */
    private boolean collect() throws InterruptedException {
        PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), queue);
        System.gc();
        boolean enqueued = queue.remove(SENTINEL_MILLIS) == sentinel;
        sentinel.clear();
        return enqueued;
    }
}
