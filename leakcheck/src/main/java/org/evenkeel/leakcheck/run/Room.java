package org.evenkeel.leakcheck.run;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * The room that growth of the heap is given before it counts as growth without a bound. Batches are short, so that a leak is seen
 * before the heap is full; a cache of a million entries is then seen only while it fills. So what grows is given a few long
 * batches, up to what caches of ordinary size take, and each of them has to go on with it.
 */
final class Room {

    /** A million entries of a cache, or two million keys, take half of it. */
    private static final double MOST_BYTES = 256 << 20;

    /** Of what is free of a small heap, caches take no more, and long batches may not fill it. */
    private static final double SHARE_OF_FREE = 1.0 / 3;

    private static final int BATCHES = 5;

    /** Of batches, on a machine that nobody else uses. */
    private static final long MOST_NANOS = Duration.ofMillis(1_500).toNanos();

    /** What grows by less than four fifths of what was expected may be about to stop, and gets as many times as long. */
    private static final double SLOWS_DOWN = 0.8;

    private static final int LONGER = 8;

    /**
     * Less than this share of the growth that was expected is none: by the clock instead of by the operations something may grow
     * several times less in long batches.
     */
    private static final double GOES_ON = 0.1;

    /** Growth of less is lost in what readings leave behind. */
    private static final double LEAST_TELLING = 4096;

    /** What grows in bursts may not grow for as long as some of them take. */
    private static final int BURSTS = 4;

    private final double bytesPerOperation;
    private final double burst;
    private final double most;

    private Room(double bytesPerOperation, double burst, double most) {
        this.bytesPerOperation = bytesPerOperation;
        this.burst = burst;
        this.most = most;
    }

    /** The room for what grew in the second half of some samples, of a heap that can take so many bytes. */
    static Room of(List<Sample> samples, long maxHeapBytes) {
        Sample first = samples.get(samples.size() / 2);
        Sample last = samples.get(samples.size() - 1);
        double operations = Math.max(1, last.totalOperations() - first.totalOperations());
        double grown = heap(last) - heap(samples.get(0));
        double burst = 0;
        for (int i = samples.size() / 2 + 1; i < samples.size(); i++) {
            burst = Math.max(burst, heap(samples.get(i)) - heap(samples.get(i - 1)));
        }
        return new Room(
                (heap(last) - heap(first)) / operations,
                burst,
                Math.min(MOST_BYTES - grown, SHARE_OF_FREE * (maxHeapBytes - heap(last))));
    }

    /** Growth before; only what is above 0 can be given room. */
    double bytesPerOperation() {
        return bytesPerOperation;
    }

    /** Operations of one of its batches, of all callers; empty where there is nothing to give room to, or none to give. */
    OptionalDouble batch(double nanosPerOperation) {
        return bytesPerOperation <= 0 || most <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(
                        1,
                        Math.min(
                                most / BATCHES / bytesPerOperation,
                                MOST_NANOS / (double) BATCHES / Math.max(1, nanosPerOperation))));
    }

    /** The pace at which it goes on growing for as long as things that expire live, by as much again at most. */
    Pace pace(Sample now, long maxHeapBytes, long seed) {
        double free = SHARE_OF_FREE * (maxHeapBytes - heap(now));
        return new Pace(bytesPerOperation, Math.min(MOST_BYTES, free), seed);
    }

    /**
     * Whether all of it was used, one way or the other.
     *
     * @param first the sample before its first batch
     * @param before the one before its last batch
     * @param spentNanos what its batches took, less what others took of the machine
     */
    boolean isUsed(Sample first, Sample before, Sample now, double spentNanos) {
        long longest = shareOfExpected(before, now) < SLOWS_DOWN ? LONGER * MOST_NANOS : MOST_NANOS;
        return heap(now) - heap(first) >= most || spentNanos >= longest;
    }

    /** Whether growth went on from one sample to another; also where it is too soon to tell. */
    boolean goesOn(Sample before, Sample now) {
        return expected(before, now) < Math.max(LEAST_TELLING, BURSTS * burst)
                || shareOfExpected(before, now) > GOES_ON;
    }

    private double shareOfExpected(Sample before, Sample now) {
        return (heap(now) - heap(before)) / expected(before, now);
    }

    private double expected(Sample before, Sample now) {
        return bytesPerOperation * (now.totalOperations() - before.totalOperations());
    }

    private static double heap(Sample sample) {
        return sample.reading(Signal.HEAP).orElse(0);
    }
}
