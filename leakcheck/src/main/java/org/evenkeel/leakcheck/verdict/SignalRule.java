package org.evenkeel.leakcheck.verdict;

import org.evenkeel.leakcheck.samples.HeapNoise;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * What growth of one signal has to look like to count.
 *
 * @param leastPerBatch mean growth per batch up to which nobody is accused: what the machinery of measuring does by itself
 * @param leastPerBatchOfOperations the same for growth that was shown to follow the operations, which the machinery does not
 * @param leastGrown total growth up to which nobody is accused, however even it is: what a program takes while it warms up
 * @param resolution standard deviation of a reading that means nothing
 * @param littleGrown total growth that could be anything filling up, so it is watched the longest
 * @param muchGrown total growth beyond what things that merely fill up usually take, so it is watched the shortest
 * @param decides whether the signal can make the verdict; one that does not is shown only
 */
public record SignalRule(
        double leastPerBatch,
        double leastPerBatchOfOperations,
        double leastGrown,
        double resolution,
        double littleGrown,
        double muchGrown,
        boolean decides) {

    private static final double KIBI = 1024;
    private static final double MEBI = KIBI * KIBI;

    /** Instances of one class of the application. Collections leave nothing of a clean one, so one in four batches counts. */
    public static SignalRule instances(double bytesEach) {
        return new SignalRule(0.25, 0.25, 0, 0.5, 64 * KIBI / bytesEach, 64 * MEBI / bytesEach, true);
    }

    /**
     * The rule for a signal.
     *
     * @param noise what readings of the heap contain besides
     * @param maxHeapBytes the most the heap can take
     */
    public static SignalRule of(Signal signal, HeapNoise noise, long maxHeapBytes) {
        double muchHeap = Math.min(64 * MEBI, maxHeapBytes / 4.0);
        return switch (signal) {
            case HEAP -> heap(noise, muchHeap);
            case DIRECT_BUFFERS -> new SignalRule(256, 256, 0, 64, 64 * KIBI, muchHeap, true);
            case MAPPED_BUFFERS -> new SignalRule(KIBI, KIBI, 0, 256, 64 * KIBI, 64 * MEBI, true);
            // A large application has tens of thousands of constants, and compilers intern them for minutes.
            case INTERNED_STRINGS -> new SignalRule(4, 4, 4096, 16, 1024, 65536, true);
            case METASPACE -> new SignalRule(32 * KIBI, 32 * KIBI, 0, 16 * KIBI, MEBI, 64 * MEBI, false);
            case CLASSES -> new SignalRule(0.5, 0.5, 0, 1, 64, 4096, true);
            case THREADS, FILE_DESCRIPTORS, TEMPORARY_FILES -> new SignalRule(0.2, 0.2, 0, 0.5, 16, 512, true);
            // Compilers hold some for as long as they compile.
            case JNI_REFERENCES -> new SignalRule(0.5, 0.5, 0, 1, 64, 4096, true);
            case PENDING_FINALIZERS -> new SignalRule(1, 1, 0, 1, 64, 65536, true);
            case VIRTUAL -> new SignalRule(MEBI, MEBI, 0, MEBI, 64 * MEBI, KIBI * MEBI, false);
            case RESIDENT -> new SignalRule(MEBI, MEBI, 64 * MEBI, MEBI, 32 * MEBI, 512 * MEBI, true);
            case MALLOC -> new SignalRule(512, 512, 16 * KIBI, 64, 64 * KIBI, 64 * MEBI, true);
            case NATIVE -> new SignalRule(64 * KIBI, 64 * KIBI, 0, 32 * KIBI, 4 * MEBI, 128 * MEBI, true);
        };
    }

    /**
     * Asked for over the attach socket, a histogram leaves nothing behind. Asked for from inside it leaves 70 to 150 bytes,
     * and 660 in bad cases; the flight recorder and the memory bean see garbage of all kinds.
     */
    private static SignalRule heap(HeapNoise noise, double muchGrown) {
        return switch (noise) {
            case NONE -> new SignalRule(128, 32, 64 * KIBI, 64, 64 * KIBI, muchGrown, true);
            case MACHINERY -> new SignalRule(KIBI, 128, 64 * KIBI, 256, 64 * KIBI, muchGrown, true);
            case GARBAGE -> new SignalRule(64 * KIBI, 16 * KIBI, 4 * MEBI, 64 * KIBI, 4 * MEBI, muchGrown, true);
        };
    }

    /** Whether the machinery of measuring does nothing to the signal, so that any growth of it is the workload's. */
    boolean machineryLeavesItAlone() {
        return leastPerBatch == leastPerBatchOfOperations;
    }

    /**
     * Whether a signal that is undecided keeps the whole check from being steady. Process memory outside the heap swings
     * by megabytes for reasons of its own, so waiting for it to settle would make most checks inconclusive.
     */
    public static boolean hasToSettle(Signal signal) {
        return signal != Signal.METASPACE
                && signal != Signal.INTERNED_STRINGS
                && signal != Signal.RESIDENT
                && signal != Signal.VIRTUAL
                && signal != Signal.NATIVE;
    }
}
