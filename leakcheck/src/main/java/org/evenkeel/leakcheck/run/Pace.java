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
    private final Random random;
    private long nextNanos;

    /**
     * One by which what grows takes no more than so much while it is watched.
     *
     * @param bytesPerOperation what each operation adds to the heap
     * @param mostBytes what may be added
     */
    Pace(double bytesPerOperation, double mostBytes, long seed) {
        operationsPerNano = Math.max(0, mostBytes) / bytesPerOperation / Bound.USUAL_LIFE.toNanos();
        random = new Random(seed);
        nextNanos = System.nanoTime();
    }

    /** Runs a batch, takes a sample, and waits for the end of its time; fewer operations where more would not fit into it. */
    void next(Batches batches, HeapAtRest heap, ProcessReadings process)
            throws RunRefused, RunBroken, InterruptedException {
        double nanos = PERIOD_NANOS * FACTORS[random.nextInt(FACTORS.length)] / MEAN_FACTOR;
        double operations = Math.min(operationsPerNano, 1 / Math.max(1, batches.nanosPerOperation())) * nanos;
        batches.next((long) Math.max(1, operations / batches.threads()), heap, process);
        // A sample that took longer is not caught up with.
        nextNanos = Math.max(nextNanos + (long) nanos, System.nanoTime());
        TimeUnit.NANOSECONDS.sleep(nextNanos - System.nanoTime());
    }
}
