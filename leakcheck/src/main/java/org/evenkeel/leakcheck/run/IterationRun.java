package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.HeapNoise;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;

/** Follows batches that somebody else decides about, such as the iterations of a benchmark, in the JVM that started this one. */
public final class IterationRun {

    /** An iteration may take this long. */
    private static final long PATIENCE_NANOS = Duration.ofHours(24).toNanos();

    /** The harness keeps what this checker says after each iteration as well. */
    private static final String OWN = "org.evenkeel.leakcheck.jmh.";

    private final String harness;
    private final Stopwatch watch = Stopwatch.start();
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long operations;

    private IterationRun(String harness) {
        this.harness = harness;
    }

    /**
     * Follows until that JVM goes away.
     *
     * @param harness classes whose name starts with it are left out, since the harness keeps its results
     * @param pid the process to look at
     * @param frames what its worker says
     * @param seen is told after each batch: what was seen so far, and the growth of the heap in this batch in bytes per
     *     operation, which is empty before the first
     */
    public static void follow(
            String harness, long pid, InputStream frames, BiConsumer<Recording, Optional<Double>> seen)
            throws InterruptedException {
        try (CheckFolder folder = CheckFolder.create()) {
            HostJvm jvm = new HostJvm(pid, frames, OutputStream.nullOutputStream());
            new IterationRun(harness).follow(jvm, folder, seen);
        } catch (RunBroken | RunRefused e) {
            // The JVM has gone away, which is how benchmarks end.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void follow(JvmUnderCheck jvm, CheckFolder folder, BiConsumer<Recording, Optional<Double>> seen)
            throws RunBroken, RunRefused, InterruptedException {
        jvm.exchange().await(Protocol.STARTED, PATIENCE_NANOS, "starting");
        long maxHeapBytes = jvm.exchange()
                .await(Protocol.OPENED, PATIENCE_NANOS, "starting")
                .number(0);
        CheckedJvmFacts facts = new CheckedJvmFacts(jvm.exchange().awaitText(PATIENCE_NANOS, "starting"), maxHeapBytes);
        try (HeapReader heap = HeapReaders.open(HeapSource.HISTOGRAM, jvm, folder.path(), PATIENCE_NANOS, notes)) {
            OptionalLong before = OptionalLong.empty();
            while (true) {
                WorkerFrame batch = jvm.exchange().await(Protocol.BATCH, PATIENCE_NANOS, "an iteration");
                WorkerFrame readings = jvm.exchange().await(Protocol.SAMPLED, PATIENCE_NANOS, "coming to rest");
                HeapHistogram histogram =
                        withoutHarness(heap.read(0, Instant.now()).histogram());
                long now = histogram.totalBytes();
                long inBatch = batch.number(0);
                Optional<Double> rate = inBatch > 0 && before.isPresent()
                        ? Optional.of((now - before.getAsLong()) / (double) inBatch)
                        : Optional.empty();
                before = OptionalLong.of(now);
                if (inBatch > 0) {
                    add(batch, readings, histogram);
                }
                seen.accept(new Recording(facts, heap.source(), HeapNoise.MACHINERY, samples, notes), rate);
            }
        }
    }

    private void add(WorkerFrame batch, WorkerFrame readings, HeapHistogram histogram) {
        operations += batch.number(0);
        Map<Signal, Long> signals = WorkerReadings.signals(readings);
        signals.put(Signal.HEAP, histogram.totalBytes());
        samples.add(new Sample(
                samples.size(), batch.number(0), operations, batch.number(1), watch.nanos(), signals, histogram));
    }

    private HeapHistogram withoutHarness(HeapHistogram histogram) {
        Map<HeapClass, ClassCount> classes = new HashMap<>(histogram.classes());
        classes.keySet().removeIf(c -> isOf(harness, c) || isOf(OWN, c));
        return new HeapHistogram(classes);
    }

    private static boolean isOf(String prefix, HeapClass heapClass) {
        return heapClass.name().startsWith(prefix) || heapClass.name().startsWith("[L" + prefix);
    }
}
