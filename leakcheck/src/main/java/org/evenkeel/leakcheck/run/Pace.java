package org.evenkeel.leakcheck.run;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.evenkeel.leakcheck.samples.Bound;

/**
 * As many operations in each stretch of time as in any other. What lives for a time comes to a level by that, whereas batches that
 * become longer would have it grow.
 */
final class Pace {

    private static final double PERIOD_NANOS = Duration.ofMillis(500).toNanos();

    /** Batches differ, so that growth by the operation and by the batch can be told apart. */
    private static final int[] FACTORS = {1, 2, 4};

    private static final double MEAN_FACTOR = 7.0 / 3;

    private final double operationsPerNano;
    private final double nanosPerOperation;
    private final Random random;
    private long nextNanos;
    private double nanos;

    /**
     * One by which what grows takes no more than so much while it is watched.
     *
     * @param bytesPerOperation what each operation adds to the heap
     * @param mostBytes what may be added
     * @param nanosPerOperation what an operation takes, all callers together
     */
    Pace(double bytesPerOperation, double mostBytes, double nanosPerOperation, long seed) {
        operationsPerNano = Math.max(0, mostBytes) / bytesPerOperation / Bound.USUAL_LIFE.toNanos();
        this.nanosPerOperation = nanosPerOperation;
        random = new Random(seed);
        nextNanos = System.nanoTime();
    }

    /** Operations of the next batch, of all callers; fewer where more would not fit into its time. */
    double batch() {
        nanos = PERIOD_NANOS * FACTORS[random.nextInt(FACTORS.length)] / MEAN_FACTOR;
        return Math.max(1, Math.min(operationsPerNano, 1 / Math.max(1, nanosPerOperation)) * nanos);
    }

    /** Waits for the end of the time of the batch. */
    void await() throws InterruptedException {
        // A sample that took longer is not caught up with.
        nextNanos = Math.max(nextNanos + (long) nanos, System.nanoTime());
        TimeUnit.NANOSECONDS.sleep(nextNanos - System.nanoTime());
    }
}
