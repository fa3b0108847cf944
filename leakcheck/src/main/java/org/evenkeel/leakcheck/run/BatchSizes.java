package org.evenkeel.leakcheck.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.Unit;

/**
 * Decides how many operations the next batch has.
 *
 * <p>Within a block of six, batches of N, 2N and 4N operations come twice each, in drawn order, so that growth per
 * operation and growth per batch can be told apart. From block to block N grows, doubling about every fifteen batches:
 * early batches are short, so a strong leak is seen within a second, and late ones long, so that a weak or bursty one is
 * seen at all and a cache gets the operations it needs to fill. N does not grow where a batch already retains so much
 * that longer ones would only fill the heap.
 */
final class BatchSizes {

    private static final int[] FACTORS = {1, 1, 2, 2, 4, 4};
    private static final double MEAN_FACTOR = 7.0 / 3;
    private static final double FIRST_MEAN_NANOS = 6e6;
    private static final double BATCHES_PER_DOUBLING = 15;
    /** A mean batch takes at most this share of the budget, so that a long check still has many samples. */
    private static final double SHARE_OF_BUDGET = 1.0 / 40;
    /** Growth of the heap per mean batch that is plenty to see. */
    private static final double PLENTY_BYTES = 1 << 20;
    /** Growth of a resource that is counted, per mean batch, that is plenty to see. */
    private static final double PLENTY_COUNT = 16;

    /** One or two more of these, where the workload begins or a thread of the JVM comes and goes, are no reason to hold back. */
    private static final double STRAY_COUNT = 2;
    /** What a long batch could use up. */
    private static final Set<Signal> RUNS_OUT = EnumSet.of(
            Signal.HEAP,
            Signal.DIRECT_BUFFERS,
            Signal.MAPPED_BUFFERS,
            Signal.CLASSES,
            Signal.THREADS,
            Signal.FILE_DESCRIPTORS,
            Signal.TEMPORARY_FILES,
            Signal.PENDING_FINALIZERS);

    /** A batch with this many times the operations that are plenty ends its block. */
    private static final double TOO_MUCH = 8;

    private final int threads;
    private final OptionalLong fixed;
    private final double mostMeanNanos;
    private final Random random;
    private final List<Integer> drawn = new ArrayList<>();
    private long base;

    /**
     * @param threads a batch is a multiple of it
     * @param fixed the smallest batch, or empty to find it
     * @param budgetNanos what the whole check may take
     */
    BatchSizes(int threads, OptionalLong fixed, long budgetNanos, long seed) {
        this.threads = threads;
        this.fixed = fixed;
        mostMeanNanos = budgetNanos * SHARE_OF_BUDGET;
        random = new Random(seed);
        base = Math.max(1, fixed.orElse(1) / threads);
    }

    /**
     * Operations that each caller makes in the next batch.
     *
     * @param samples what was seen so far
     * @param nanosPerOperation how long one operation takes by now, all callers together
     * @param sampleNanos how long a sample takes by now
     * @param nanosLeft what is left of the budget
     */
    long next(List<Sample> samples, double nanosPerOperation, double sampleNanos, double nanosLeft) {
        if (fixed.isEmpty() && !drawn.isEmpty() && grewTooMuch(samples)) {
            drawn.clear();
        }
        if (drawn.isEmpty()) {
            for (int factor : FACTORS) {
                drawn.add(factor);
            }
            Collections.shuffle(drawn, random);
            if (fixed.isEmpty()) {
                base = base(samples, nanosPerOperation, sampleNanos);
            }
        }
        long each = base * drawn.remove(drawn.size() - 1);
        long fitting = (long) (nanosLeft / nanosPerOperation / threads);
        return fixed.isPresent() ? each : Math.max(1, Math.min(each, fitting));
    }

    private long base(List<Sample> samples, double nanosPerOperation, double sampleNanos) {
        double meanNanos = FIRST_MEAN_NANOS * Math.pow(2, samples.size() / BATCHES_PER_DOUBLING);
        meanNanos = Math.max(meanNanos, sampleNanos / 2);
        meanNanos = Math.min(meanNanos, mostMeanNanos);
        double operations = Math.min(meanNanos / nanosPerOperation, plenty(samples));
        return (long) Math.max(1, operations / MEAN_FACTOR / threads);
    }

    /** Whether the last batch retained so much that the rest of its block would be a waste of heap. */
    private static boolean grewTooMuch(List<Sample> samples) {
        int n = samples.size();
        return n >= 2
                && plenty(samples.get(n - 2), samples.get(n - 1))
                        < samples.get(n - 1).operations() / TOO_MUCH;
    }

    private static double plenty(List<Sample> samples) {
        int n = samples.size();
        if (n < 2) {
            return Double.POSITIVE_INFINITY;
        }
        Sample now = samples.get(n - 1);
        double most = plenty(samples.get(Math.max(0, n - 1 - FACTORS.length)), now);
        return grewTooMuch(samples) ? Math.min(most, plenty(samples.get(n - 2), now)) : most;
    }

    /** Operations at which some signal grows as much as anyone needs to see, by its growth from one sample to another. */
    private static double plenty(Sample before, Sample now) {
        double operations = (double) now.totalOperations() - before.totalOperations();
        double most = Double.POSITIVE_INFINITY;
        for (Signal signal : now.signals().keySet()) {
            if (RUNS_OUT.contains(signal)) {
                long reading = now.reading(signal).orElseThrow();
                boolean bytes = signal.unit() == Unit.BYTES;
                double growth = (double) reading - before.reading(signal).orElse(reading) - (bytes ? 0 : STRAY_COUNT);
                if (growth > 0) {
                    most = Math.min(most, (bytes ? PLENTY_BYTES : PLENTY_COUNT) * operations / growth);
                }
            }
        }
        return most;
    }
}
