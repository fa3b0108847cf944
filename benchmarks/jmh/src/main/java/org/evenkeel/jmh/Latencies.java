package org.evenkeel.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Times some of one thread's requests while JMH measures throughput, and counts them in a log-linear histogram whose buckets are a
 * thirty-second of their value wide. Nothing is allocated after it is made, and while nobody listens it is one decrement a request.
 *
 * <p>The gap between two timed requests is drawn anew each time, so that what happens every so many requests is met as often as it happens.
 */
final class Latencies {

    /** Buckets of one power of two. */
    private static final int FINENESS = 32;

    private static final int LOG_FINENESS = 5;

    private static final int BUCKETS = FINENESS * (Long.SIZE - LOG_FINENESS);

    private static final List<Latencies> ALL = new CopyOnWriteArrayList<>();

    private static volatile int meanGap;

    private final int[] counts = new int[BUCKETS];
    private int gap;
    private long left = Long.MAX_VALUE;
    private long random;

    /** @param seed decides the gaps; any number */
    Latencies(long seed) {
        random = seed * 0x9E3779B97F4A7C15L | 1;
    }

    /** From the next iteration on one of so many requests is timed, on average; 0 for none. */
    static void time(int oneOf) {
        meanGap = oneOf;
    }

    /** Forgets what was counted; while callers rest. */
    static void forget() {
        ALL.forEach(one -> Arrays.fill(one.counts, 0));
    }

    /** What all threads have counted; while callers rest. */
    static long[] pooled() {
        long[] pooled = new long[BUCKETS];
        for (Latencies one : ALL) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                pooled[bucket] += one.counts[bucket];
            }
        }
        return pooled;
    }

    /** Nobody listens any more. A state's own end is too early for that: JMH comes to it before the profilers of the last iteration. */
    static void end() {
        meanGap = 0;
        ALL.clear();
    }

    /** An iteration begins. */
    void begin() {
        gap = meanGap;
        if (gap != 0 && !ALL.contains(this)) {
            ALL.add(this);
        }
        left = gap == 0 ? Long.MAX_VALUE : next();
    }

    /** Whether the request that comes is to be timed. */
    boolean isDue() {
        return --left <= 0;
    }

    /** A request took so long. */
    void count(long nanos) {
        counts[bucket(nanos)]++;
        left = next();
    }

    /** From 1 to twice the mean gap, less one. */
    private long next() {
        // Marsaglia's xorshift: no division, no state that threads share.
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return 1 + (((random >>> 33) * (2L * gap - 1)) >>> 31);
    }

    static int bucket(long nanos) {
        long value = Math.max(0, nanos);
        int shift = Math.max(0, Long.SIZE - 1 - LOG_FINENESS - Long.numberOfLeadingZeros(value | 1));
        return shift * FINENESS + (int) (value >>> shift);
    }

    /** The middle of a bucket, in nanoseconds. */
    static double nanos(int bucket) {
        int shift = Math.max(0, bucket / FINENESS - 1);
        return ((double) (bucket - shift * FINENESS) + (shift == 0 ? 0 : 0.5)) * Math.pow(2, shift);
    }
}
