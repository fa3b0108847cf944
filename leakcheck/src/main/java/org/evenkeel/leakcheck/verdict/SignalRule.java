package org.evenkeel.leakcheck.verdict;

import org.evenkeel.leakcheck.samples.HeapNoise;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * What growth of one signal has to look like to count.
 *
 * @param least growth per batch up to which nobody is accused
 * @param resolution standard deviation of a reading that means nothing
 * @param grown what total growth means
 */
public record SignalRule(LeastPerBatch least, double resolution, Grown grown) {

    /**
     * Mean growth per batch up to which nobody is accused.
     *
     * @param ofAnything what the machinery of measuring does by itself
     * @param ofOperations the same for growth that was shown to follow the operations, which the machinery does not
     */
    public record LeastPerBatch(double ofAnything, double ofOperations) {

        /** Where the machinery does nothing to the signal. */
        static LeastPerBatch of(double both) {
            return new LeastPerBatch(both, both);
        }
    }

    /**
     * What total growth means.
     *
     * @param least up to which nobody is accused, however even it is: what a program takes while it warms up
     * @param little what could be anything filling up, so it is watched the longest
     * @param much beyond what things that merely fill up usually take, so it is watched the shortest
     */
    public record Grown(double least, double little, double much) {

        /** Where warming up takes none. */
        static Grown between(double little, double much) {
            return new Grown(0, little, much);
        }
    }

    private static final double KIBI = 1024;
    private static final double MEBI = KIBI * KIBI;

    /** Instances of one class of the application. Collections leave nothing of a clean one, so one in four batches counts. */
    public static SignalRule instances(double bytesEach) {
        return new SignalRule(LeastPerBatch.of(0.25), 0.5, Grown.between(64 * KIBI / bytesEach, 64 * MEBI / bytesEach));
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
            case DIRECT_BUFFERS -> new SignalRule(LeastPerBatch.of(256), 64, Grown.between(64 * KIBI, muchHeap));
            case MAPPED_BUFFERS -> new SignalRule(LeastPerBatch.of(KIBI), 256, Grown.between(64 * KIBI, 64 * MEBI));
            // A large application has tens of thousands of constants, and compilers intern them for minutes.
            case INTERNED_STRINGS -> new SignalRule(LeastPerBatch.of(4), 16, new Grown(4096, 1024, 65536));
            case METASPACE -> new SignalRule(LeastPerBatch.of(32 * KIBI), 16 * KIBI, Grown.between(MEBI, 64 * MEBI));
            case CLASSES -> new SignalRule(LeastPerBatch.of(0.5), 1, Grown.between(64, 4096));
            case THREADS, FILE_DESCRIPTORS, TEMPORARY_FILES ->
                new SignalRule(LeastPerBatch.of(0.2), 0.5, Grown.between(16, 512));
            // Compilers hold some for as long as they compile.
            case JNI_REFERENCES -> new SignalRule(LeastPerBatch.of(0.5), 1, Grown.between(64, 4096));
            case PENDING_FINALIZERS -> new SignalRule(LeastPerBatch.of(1), 1, Grown.between(64, 65536));
            case VIRTUAL -> new SignalRule(LeastPerBatch.of(MEBI), MEBI, Grown.between(64 * MEBI, KIBI * MEBI));
            case RESIDENT -> new SignalRule(LeastPerBatch.of(MEBI), MEBI, new Grown(64 * MEBI, 32 * MEBI, 512 * MEBI));
            case MALLOC -> new SignalRule(LeastPerBatch.of(512), 64, new Grown(16 * KIBI, 64 * KIBI, 64 * MEBI));
            case NATIVE -> new SignalRule(LeastPerBatch.of(64 * KIBI), 32 * KIBI, Grown.between(4 * MEBI, 128 * MEBI));
        };
    }

    /**
     * Asked for over the attach socket, a histogram leaves nothing behind. Asked for from inside it leaves 70 to 150 bytes,
     * and 660 in bad cases; the flight recorder and the memory bean see garbage of all kinds.
     */
    private static SignalRule heap(HeapNoise noise, double muchGrown) {
        return switch (noise) {
            case NONE -> new SignalRule(new LeastPerBatch(128, 32), 64, new Grown(64 * KIBI, 64 * KIBI, muchGrown));
            case MACHINERY ->
                new SignalRule(new LeastPerBatch(KIBI, 128), 256, new Grown(64 * KIBI, 64 * KIBI, muchGrown));
            case GARBAGE ->
                new SignalRule(
                        new LeastPerBatch(64 * KIBI, 16 * KIBI), 64 * KIBI, new Grown(4 * MEBI, 4 * MEBI, muchGrown));
        };
    }

    /** Whether the machinery of measuring does nothing to the signal, so that any growth of it is the workload's. */
    boolean machineryLeavesItAlone() {
        return least.ofAnything() == least.ofOperations();
    }

    /** Whether a signal can make the verdict; one that cannot is shown only. */
    static boolean decides(Signal signal) {
        return signal != Signal.METASPACE && signal != Signal.VIRTUAL;
    }

    /**
     * Whether a signal that is undecided keeps the whole check from being steady. Process memory outside the heap swings
     * by megabytes for reasons of its own, so waiting for it to settle would make most checks inconclusive.
     */
    public static boolean hasToSettle(Signal signal) {
        return decides(signal)
                && signal != Signal.INTERNED_STRINGS
                && signal != Signal.RESIDENT
                && signal != Signal.NATIVE;
    }
}
