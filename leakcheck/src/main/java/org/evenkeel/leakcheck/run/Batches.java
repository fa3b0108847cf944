package org.evenkeel.leakcheck.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;

/** The conversation with one checked JVM: batches of operations, and a sample after each. */
final class Batches implements CollectedJvm {

    /** Calibration ends with a batch of at least this length. */
    private static final long CALIBRATED_NANOS = 3_000_000;
    /** A batch may take this many times what was expected before it counts as hung. */
    private static final double PATIENCE = 30;

    /** And never less than this: a batch may meet a full heap, or a machine that others keep busy. */
    private static final long LEAST_TIMEOUT_NANOS = Duration.ofSeconds(30).toNanos();

    /** Beyond the deadline, so that what began before it can end. */
    private static final long GRACE_NANOS = Duration.ofSeconds(10).toNanos();

    private final JvmUnderCheck jvm;
    private final int threads;
    private final Stopwatch watch;
    private long budgetNanos;
    private final List<Sample> samples = new ArrayList<>();
    private long operations;
    private double nanosPerOperation;
    private double sampleNanos;

    /**
     * Of a JVM that was started.
     *
     * @param threads callers at once
     * @param watch since the run began
     * @param budgetNanos from then on
     */
    Batches(JvmUnderCheck jvm, int threads, Stopwatch watch, long budgetNanos) {
        this.jvm = jvm;
        this.threads = threads;
        this.watch = watch;
        this.budgetNanos = budgetNanos;
    }

    /** All samples so far; who takes some away says that they never were. */
    List<Sample> samples() {
        return samples;
    }

    Sample last() {
        return samples.get(samples.size() - 1);
    }

    /** Operations begun so far, those of a batch that did not end included. */
    long operations() {
        return operations;
    }

    /** What an operation takes by now, all callers together. */
    double nanosPerOperation() {
        return nanosPerOperation;
    }

    /** What a sample takes by now. */
    double sampleNanos() {
        return sampleNanos;
    }

    int threads() {
        return threads;
    }

    /** Of the run. */
    long elapsedNanos() {
        return watch.nanos();
    }

    /** Until the deadline; below 0 after it. */
    long nanosLeft() {
        return budgetNanos - watch.nanos();
    }

    /** Moves the deadline, for what is not taken from the budget. */
    void grant(long nanosLeft) {
        budgetNanos = watch.nanos() + nanosLeft;
    }

    /**
     * Waits for the workload to be opened.
     *
     * @param command what the JVM was started with, for the message
     * @throws RunRefused when the JVM does not start, or cannot open it
     */
    CheckedJvmFacts open(List<String> command) throws RunRefused, RunBroken, InterruptedException {
        try {
            jvm.exchange().await(Protocol.STARTED, timeout(0), "starting");
        } catch (RunBroken e) {
            String said = String.join("; ", jvm.output());
            throw new RunRefused("the checked JVM did not start with " + String.join(" ", command) + ": "
                    + (said.isEmpty() ? e.getMessage() : said));
        }
        WorkerFrame opened = jvm.exchange().await(Protocol.OPENED, timeout(0), "opening the workload");
        return new CheckedJvmFacts(jvm.exchange().awaitText(timeout(0), "opening the workload"), opened.number(0));
    }

    /** Doubles the batch until it is long enough to time, so that the first sampled one has a sensible size. */
    void calibrate() throws RunRefused, RunBroken, InterruptedException {
        long each = 1;
        while (run(each) < CALIBRATED_NANOS && each < Long.MAX_VALUE / 4) {
            each *= 2;
        }
    }

    /**
     * Runs a batch that is not sampled.
     *
     * @param each operations of each caller
     * @return nanoseconds that it took
     */
    long run(long each) throws RunRefused, RunBroken, InterruptedException {
        long inBatch = each * threads;
        operations += inBatch;
        jvm.exchange().send(Protocol.RUN, each);
        long nanos = jvm.exchange()
                .await(Protocol.DONE, timeout(inBatch * nanosPerOperation), "a batch of " + inBatch + " operations")
                .number(0);
        nanosPerOperation = Math.max(1, nanos) / (double) inBatch;
        return nanos;
    }

    /** Runs a batch, and takes a sample. */
    void next(long each, HeapAtRest heap, ProcessReadings process) throws RunRefused, RunBroken, InterruptedException {
        long batchNanos = run(each);
        long began = watch.nanos();
        HeapAtRest.Readings read = heap.read(this);
        Map<Signal, Long> signals = WorkerReadings.signals(read.worker());
        HeapReader.Reading reading = read.heap();
        signals.put(Signal.HEAP, reading.totalBytes());
        reading.internedStrings().ifPresent(strings -> signals.put(Signal.INTERNED_STRINGS, strings));
        process.addTo(signals);
        sampleNanos = watch.nanos() - began;
        samples.add(new Sample(
                samples.size(), each * threads, operations, batchNanos, elapsedNanos(), signals, reading.histogram()));
    }

    @Override
    public WorkerFrame rest(boolean collectTwice) throws RunRefused, RunBroken, InterruptedException {
        jvm.exchange().send(Protocol.SAMPLE, collectTwice ? Protocol.TWICE : Protocol.ONCE);
        return answer(Protocol.SAMPLED);
    }

    @Override
    public void expectCollection() throws RunRefused, RunBroken, InterruptedException {
        jvm.exchange().send(Protocol.EXPECT, 0);
        var unused = answer(Protocol.EXPECTING);
    }

    @Override
    public Reactions reactions() throws RunRefused, RunBroken, InterruptedException {
        jvm.exchange().send(Protocol.SAMPLE, Protocol.COLLECTED);
        boolean reacted = answer(Protocol.REACTED).number(0) != 0;
        return new Reactions(reacted, answer(Protocol.SAMPLED));
    }

    private WorkerFrame answer(byte code) throws RunRefused, RunBroken, InterruptedException {
        return jvm.exchange().await(code, timeout(sampleNanos), "coming to rest after a batch");
    }

    /** How long to wait for something that should take this long; the rest of the budget while nobody can know. */
    long timeout(double expectedNanos) {
        long left = Math.max(0, nanosLeft()) + GRACE_NANOS;
        return expectedNanos == 0
                ? left
                : Math.min(left, Math.max(LEAST_TIMEOUT_NANOS, (long) (PATIENCE * expectedNanos)));
    }
}
