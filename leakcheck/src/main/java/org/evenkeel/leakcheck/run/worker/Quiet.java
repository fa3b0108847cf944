package org.evenkeel.leakcheck.run.worker;

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

    /** After a collection that is said to be over; some collectors make none for a histogram. */
    private static final long EXPECTED_MILLIS = 500;

    private static final long SETTLED_NANOS = 200_000_000;
    /** Looks, a millisecond apart, at which nothing has changed. */
    private static final int CALM_LOOKS = 2;

    private final Readings readings;
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private PhantomReference<Object> sentinel = new PhantomReference<>(this, queue);
    private long expectedAt;

    Quiet(Readings readings) {
        this.readings = readings;
    }

    /** Gets ready for a collection that somebody else makes. */
    void expectCollection() {
        expectedAt = readings.fingerprint();
        sentinel = new PhantomReference<>(new Object(), queue);
    }

    /**
     * Waits for the reactions to a collection that was expected.
     *
     * @return whether there were any, or no collection
     */
    boolean awaitReactions() throws InterruptedException {
        boolean collected = awaitSentinel(EXPECTED_MILLIS);
        settle();
        return !collected || readings.fingerprint() != expectedAt;
    }

    /**
     * Collects and waits for the reactions.
     *
     * @param twice whether to collect once more afterwards, for a heap source that does not collect by itself
     */
    void bring(boolean twice) throws InterruptedException {
        collect();
        settle();
        if (twice) {
            collect();
        }
    }

    /** Collects until a fresh, unreachable object was found dead and its reference went through the handler. */
    private void collect() throws InterruptedException {
        sentinel = new PhantomReference<>(new Object(), queue);
        System.gc();
        var unused = awaitSentinel(SENTINEL_MILLIS);
    }

    private boolean awaitSentinel(long millis) throws InterruptedException {
        boolean came = queue.remove(millis) != null;
        sentinel.clear();
        return came;
    }

    /** Nobody can ask a cleaner whether it is done, but what it closes and frees can be watched. */
    private void settle() throws InterruptedException {
        long deadline = System.nanoTime() + SETTLED_NANOS;
        long last = readings.fingerprint();
        int calm = 0;
        while (calm < CALM_LOOKS && System.nanoTime() < deadline) {
            Thread.sleep(1);
            long now = readings.fingerprint();
            calm = now == last ? calm + 1 : 0;
            last = now;
        }
    }
}
