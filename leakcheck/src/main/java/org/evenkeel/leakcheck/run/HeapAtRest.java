package org.evenkeel.leakcheck.run;

import java.time.Instant;
import org.evenkeel.leakcheck.run.worker.Protocol;

/**
 * Reads the heap of a JVM after a batch: what is unreachable is collected, and what reacts to that has run.
 *
 * <p>Where something reacts, two collections are needed: the first finds what died, cleaners and finalizers let go of more, and
 * the second takes that. Elsewhere the one that comes with a class histogram is enough, in half of the time. No JVM tells which
 * it is, so it is tried: the first samples are taken both ways, and one in some later on. Once the second collection took
 * anything, or buffers, threads, descriptors or finalizers were seen to react, it is always made.
 */
final class HeapAtRest {

    private static final int TRIED_AT_FIRST = 4;
    private static final int TRIED_EVERY = 8;

    private final HeapReader heap;
    private boolean alwaysTwice;
    private int taken;

    HeapAtRest(HeapReader heap) {
        this.heap = heap;
        alwaysTwice = heap.collecting() != HeapReader.Collecting.ALONE;
    }

    /**
     * What was read.
     *
     * @param worker what the JVM tells of itself
     * @param heap what its heap holds
     */
    record Readings(WorkerFrame worker, HeapReader.Reading heap) {}

    /** Reads. */
    Readings read(CollectedJvm jvm) throws RunRefused, RunBroken, InterruptedException {
        return alwaysTwice ? readTwiceCollected(jvm) : readOnceCollected(jvm);
    }

    private Readings readTwiceCollected(CollectedJvm jvm) throws RunRefused, RunBroken, InterruptedException {
        Instant asked = Instant.now();
        WorkerFrame worker = jvm.rest(heap.collecting() == HeapReader.Collecting.NOT);
        return new Readings(worker, heap.read(worker.number(Protocol.HEAP_USED), asked));
    }

    private Readings readOnceCollected(CollectedJvm jvm) throws RunRefused, RunBroken, InterruptedException {
        Instant asked = Instant.now();
        jvm.expectCollection();
        HeapReader.Reading first = heap.read(0, asked);
        CollectedJvm.Reactions reactions = jvm.reactions();
        taken++;
        if (!reactions.any() && taken > TRIED_AT_FIRST && taken % TRIED_EVERY != 0) {
            return new Readings(reactions.readings(), first);
        }
        HeapReader.Reading second = heap.read(0, asked);
        alwaysTwice = reactions.any() || (taken > 1 && !first.histogram().equals(second.histogram()));
        return new Readings(reactions.readings(), second);
    }
}
