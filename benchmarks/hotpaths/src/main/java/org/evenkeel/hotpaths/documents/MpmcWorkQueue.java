package org.evenkeel.hotpaths.documents;

import org.jctools.queues.varhandle.MpmcVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lock-free array queue of JCTools, in its form without {@code Unsafe}. A thread that finds it full or empty looks a
 * few times more and then parks at a {@link Gate}; as long as nobody is parked, nobody takes a lock.
 */
final class MpmcWorkQueue implements WorkQueue {

    /**
     * Looks before parking. A few hundred nanoseconds: longer than a hand-over by a thread that is running, far shorter
     * than a document, so that 50 callers on 2 cores do not spin away the workers' time.
     */
    private static final int LOOKS = 20;

    private final MpmcVarHandleArrayQueue<Job> jobs;
    private final Gate notEmpty = new Gate();
    private final Gate notFull = new Gate();

    /** @param bound a power of two from 2: the queue would round another bound up, and so pass it */
    MpmcWorkQueue(int bound) {
        if (!takes(bound)) {
            throw new IllegalArgumentException("expected a power of two from 2 as bound, found " + bound);
        }
        jobs = new MpmcVarHandleArrayQueue<>(bound);
    }

    /** Whether the queue can keep exactly this bound. */
    static boolean takes(int bound) {
        return bound >= 2 && Integer.bitCount(bound) == 1;
    }

    @Override
    public void put(Job job) throws InterruptedException {
        for (int look = 0; !jobs.offer(job); look++) {
            if (look == LOOKS) {
                notFull.await(() -> jobs.offer(job) ? job : null);
                break;
            }
            Thread.onSpinWait();
        }
        notEmpty.changed();
    }

    @Override
    public Job take() throws InterruptedException {
        Job job = poll();
        for (int look = 0; job == null && look < LOOKS; look++) {
            Thread.onSpinWait();
            job = poll();
        }
        return job != null ? job : notEmpty.await(this::poll);
    }

    @Override
    public @Nullable Job poll() {
        Job job = jobs.poll();
        if (job != null) {
            notFull.changed();
        }
        return job;
    }
}
