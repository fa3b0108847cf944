package org.evenkeel.suite.load.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.run.ClassHistograms;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.HeapNoise;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.suite.load.run.worker.Runner;
import org.evenkeel.suite.load.run.worker.TickFrame;

/** Samples of a process at work as the leak checker takes them: the heap by class, and what else may grow. */
final class HeapSampler {

    private static final int SAMPLES = 75;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Map<Signal, Integer> READINGS = Map.of(
            Signal.METASPACE, Protocol.METASPACE,
            Signal.CLASSES, Protocol.CLASSES,
            Signal.THREADS, Protocol.THREADS,
            Signal.DIRECT_BUFFERS, Protocol.DIRECT,
            Signal.MAPPED_BUFFERS, Protocol.MAPPED,
            Signal.PENDING_FINALIZERS, Protocol.PENDING_FINALIZERS,
            Signal.FILE_DESCRIPTORS, Protocol.DESCRIPTORS);

    private final ClassHistograms heap;
    private final CheckedJvmFacts jvm;
    private final long everyNanos;
    private final List<Sample> samples = new ArrayList<>();
    private long nextNanos;
    private long operationsBefore;
    private long elapsedBefore;
    private long stoppedNanos;

    /** @param judged how long it is looked at */
    HeapSampler(ClassHistograms heap, CheckedJvmFacts jvm, Duration judged) {
        this.heap = heap;
        this.jvm = jvm;
        long every = judged.toNanos() / SAMPLES;
        everyNanos = Math.max(SHORTEST.toNanos(), Math.min(LONGEST.toNanos(), every));
    }

    /** The heap of a process; empty when it cannot be asked. */
    static Optional<HeapSampler> of(long pid, CheckedJvmFacts jvm, Duration judged) throws InterruptedException {
        return ClassHistograms.of(pid, Runner.class.getPackageName() + ".")
                .map(heap -> new HeapSampler(heap, jvm, judged));
    }

    /**
     * Takes a sample when it is time for one.
     *
     * @param operations requests that ended so far
     */
    void look(TickFrame tick, long operations, OptionalLong outsideHeap) {
        if (tick.elapsedNanos() < nextNanos || operations <= operationsBefore) {
            return;
        }
        nextNanos = tick.elapsedNanos() + everyNanos - everyNanos / 20;
        long begin = System.nanoTime();
        Optional<ClassHistograms.Reading> reading = heap.read();
        stoppedNanos += System.nanoTime() - begin;
        if (reading.isEmpty()) {
            return;
        }
        Map<Signal, Long> signals = new EnumMap<>(Signal.class);
        READINGS.forEach((signal, place) -> {
            if (tick.readings()[place] != Protocol.UNKNOWN) {
                signals.put(signal, tick.readings()[place]);
            }
        });
        signals.put(Signal.HEAP, reading.get().totalBytes());
        reading.get().internedStrings().ifPresent(strings -> signals.put(Signal.INTERNED_STRINGS, strings));
        outsideHeap.ifPresent(bytes -> signals.put(Signal.RESIDENT, bytes));
        samples.add(new Sample(
                samples.size(),
                operations - operationsBefore,
                operations,
                tick.elapsedNanos() - elapsedBefore,
                tick.elapsedNanos(),
                signals,
                reading.get().histogram()));
        operationsBefore = operations;
        elapsedBefore = tick.elapsedNanos();
    }

    /** What was seen; empty when nothing was. */
    Optional<Recording> recording() {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Recording(
                jvm,
                HeapSource.HISTOGRAM,
                HeapNoise.MACHINERY,
                samples,
                List.of("The heap was counted under load, " + samples.size() + " times, for "
                        + stoppedNanos / samples.size() / 1_000_000
                        + " ms each: requests that were due meanwhile waited, and their response times have it.")));
    }
}
