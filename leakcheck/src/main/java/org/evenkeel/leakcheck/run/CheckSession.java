package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.cause.CauseSearch;
import org.evenkeel.leakcheck.run.cause.Question;
import org.evenkeel.leakcheck.run.cause.Subject;
import org.evenkeel.leakcheck.run.malloc.MallocWatch;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;

/** One conversation with one checked JVM, from opening the workload to the last sample. */
final class CheckSession {

    /** Calibration ends with a batch of at least this length. */
    private static final long CALIBRATED_NANOS = 3_000_000;
    /** A batch may take this many times what was expected before it counts as hung. */
    private static final double PATIENCE = 30;

    /** And never less than this: a batch may meet a full heap, or a machine that others keep busy. */
    private static final long LEAST_TIMEOUT_NANOS = Duration.ofSeconds(30).toNanos();

    /** Beyond the budget, so that what began within it can end. */
    private static final long GRACE_NANOS = Duration.ofSeconds(10).toNanos();
    /** The stopping rule is asked each time that this many samples have come. */
    private static final int LOOK_EVERY = 5;
    /** What was full so often, and grows again, fills and is emptied: the rest of the budget shows whether it gets more. */
    private static final int MOST_BOUNDS = 3;
    /** One stretch of operations in the search for a cause. */
    private static final double MOST_SEARCHING_NANOS = 3e9;

    private final LeakCheckPlan plan;
    private final OptionalLong operationsPerBatch;
    private final JvmUnderCheck jvm;
    private final Path folder;
    private final long start;
    private long deadline;
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private CheckedJvmFacts facts = new CheckedJvmFacts("unknown", Long.MAX_VALUE);
    private HeapSource source;
    private long operations;
    private double nanosPerOperation;
    private double sampleNanos;
    private Optional<CauseMaterial> cause = Optional.empty();
    private ProgressListener listener = ProgressListener.NONE;
    private boolean metABound;

    /** What was seen while something filled that has a bound is not judged. */
    private int firstToJudge;

    CheckSession(LeakCheckPlan plan, OptionalLong operationsPerBatch, JvmUnderCheck jvm, Path folder, long start) {
        this.plan = plan;
        this.operationsPerBatch = operationsPerBatch;
        this.jvm = jvm;
        this.folder = folder;
        this.start = start;
        deadline = start + plan.budget().toNanos();
        source = plan.source();
    }

    /** Operations begun so far, those of a batch that did not end included. */
    long operations() {
        return operations;
    }

    RunOutcome run(ProgressListener progress, StoppingRule rule, Function<Recording, Optional<Question>> inquiry)
            throws RunRefused, IOException, InterruptedException {
        listener = progress;
        try {
            open();
            try (HeapReader heap = HeapReaders.open(plan.source(), jvm, folder, timeout(0), notes)) {
                source = heap.source();
                repeat(heap, rule, inquiry);
            }
            if (cause.isEmpty() && !metABound) {
                lookForTheCause(inquiry);
            }
            return new RunOutcome.Completed(recording(), cause.orElse(CauseMaterial.NONE), metABound);
        } catch (RunBroken e) {
            return new RunOutcome.Broken(recording(), e.failure());
        }
    }

    private void lookForTheCause(Function<Recording, Optional<Question>> inquiry)
            throws IOException, InterruptedException {
        Optional<Question> question = inquiry.apply(recording());
        if (question.isPresent()) {
            listener.searching(CauseSearch.LONGEST);
            cause = Optional.of(CauseSearch.search(
                    new Asked(), facts, question.get(), plan.threads(), folder, CheckedJvm.temporaryFiles(folder)));
        }
    }

    private void repeat(HeapReader heap, StoppingRule rule, Function<Recording, Optional<Question>> inquiry)
            throws RunRefused, RunBroken, IOException, InterruptedException {
        ProcessReadings process = new ProcessReadings(
                jvm,
                CheckedJvm.temporaryFiles(folder),
                plan.jvmArguments().stream().anyMatch(flag -> flag.startsWith("-XX:NativeMemoryTracking=")));
        if (operationsPerBatch.isEmpty()) {
            calibrate();
        }
        BatchSizes sizes =
                new BatchSizes(plan.threads(), operationsPerBatch, plan.budget().toNanos(), plan.seed());
        MallocWatch malloc = watchMalloc();
        int bounds = 0;
        while (System.nanoTime() < deadline) {
            long each = sizes.next(samples, nanosPerOperation, sampleNanos, (double) (deadline - System.nanoTime()));
            long nanos = batch(each);
            sample(each * plan.threads(), nanos, heap, process);
            report(samples.get(samples.size() - 1));
            malloc.sampled(samples.size() - 1);
            if (samples.size() % LOOK_EVERY == 0 && isDecided(rule, malloc)) {
                if (!rule.mayHaveABound(recording())
                        || (bounds < MOST_BOUNDS && takesAllRoom(heap, process, inquiry))) {
                    return;
                }
                bounds++;
                malloc.resume();
            }
        }
        settle(malloc);
        if (bounds == 0 && rule.mayHaveABound(recording())) {
            takesAllRoom(heap, process, inquiry);
        }
    }

    /**
     * Whether what grows goes on when it is given room. The cause is looked for before, while the heap is small; its time and that
     * of the long batches are not taken from the budget. Where growth stopped, what comes after is judged.
     */
    private boolean takesAllRoom(
            HeapReader heap, ProcessReadings process, Function<Recording, Optional<Question>> inquiry)
            throws RunRefused, RunBroken, IOException, InterruptedException {
        long left = deadline - System.nanoTime();
        Room room = Room.of(samples.subList(firstToJudge, samples.size()), facts.maxHeapBytes());
        if (room.batch(nanosPerOperation).isEmpty()) {
            metABound = false;
            return true;
        }
        if (!metABound) {
            lookForTheCause(inquiry);
        }
        int decided = samples.size();
        sample(plan.threads(), batch(1), heap, process);
        Sample first = samples.get(decided);
        Sample before = first;
        // The search took seconds and operations of its own, in which entries of a short life are gone.
        boolean goesOn = metABound || room.goesOn(samples.get(decided - 1), first);
        boolean used = false;
        while (goesOn && !used) {
            long each = (long) Math.max(1, room.batch(nanosPerOperation).orElseThrow() / plan.threads());
            deadline = System.nanoTime() + left;
            long nanos = batch(each);
            sample(each * plan.threads(), nanos, heap, process);
            Sample now = samples.get(samples.size() - 1);
            goesOn = samples.subList(decided, samples.size()).stream().allMatch(earlier -> room.goesOn(earlier, now));
            used = room.isUsed(first, before, now);
            before = now;
        }
        deadline = System.nanoTime() + left;
        metABound = !goesOn;
        if (goesOn) {
            samples.subList(decided, samples.size()).clear();
        } else {
            cause = Optional.empty();
            if (firstToJudge == 0) {
                leaveOut();
            }
        }
        return goesOn;
    }

    private void leaveOut() {
        Sample now = samples.get(samples.size() - 1);
        double grown = now.reading(Signal.HEAP).orElse(0)
                - samples.get(0).reading(Signal.HEAP).orElse(0);
        notes.add(String.format(
                Locale.ROOT,
                "The heap grew by %.0f MiB, and stopped when it was given room, as a cache does that is full. What was seen before is not"
                        + " judged.",
                grown / (1 << 20)));
        firstToJudge = samples.size() - 1;
    }

    /** In a JVM that is not ours alone, others take memory as well. */
    private MallocWatch watchMalloc() {
        return jvm.isOwn() ? MallocWatch.start(jvm.attachSocket()::load, folder, notes) : MallocWatch.none();
    }

    /** What malloc gave is read only when the rest decides, since reading it takes a while. */
    private boolean isDecided(StoppingRule rule, MallocWatch malloc) {
        if (!rule.isDecided(recording().only(EnumSet.complementOf(EnumSet.of(Signal.MALLOC))))) {
            return false;
        }
        settle(malloc);
        if (rule.isDecided(recording())) {
            return true;
        }
        malloc.resume();
        return false;
    }

    private void settle(MallocWatch malloc) {
        malloc.settle().forEach((at, bytes) -> samples.set(at, samples.get(at).with(Signal.MALLOC, bytes)));
    }

    private void report(Sample last) {
        listener.sampled(new ProgressListener.Progress(
                samples.size(),
                last.totalOperations(),
                last.reading(Signal.HEAP).orElse(0),
                Duration.ofNanos(last.elapsedNanos()),
                plan.budget()));
    }

    private void open() throws RunRefused, RunBroken, InterruptedException {
        try {
            jvm.exchange().await(Protocol.STARTED, timeout(0), "starting");
        } catch (RunBroken e) {
            String said = String.join("; ", jvm.output());
            throw new RunRefused("the checked JVM did not start with " + String.join(" ", plan.jvmArguments()) + ": "
                    + (said.isEmpty() ? e.getMessage() : said));
        }
        WorkerFrame opened = jvm.exchange().await(Protocol.OPENED, timeout(0), "opening the workload");
        facts = new CheckedJvmFacts(jvm.exchange().awaitText(timeout(0), "opening the workload"), opened.number(0));
    }

    /** Doubles the batch until it is long enough to time, so that the first sampled one has a sensible size. */
    private void calibrate() throws RunRefused, RunBroken, InterruptedException {
        long each = 1;
        while (batch(each) < CALIBRATED_NANOS && each < Long.MAX_VALUE / 4) {
            each *= 2;
        }
    }

    private long batch(long each) throws RunRefused, RunBroken, InterruptedException {
        long inBatch = each * plan.threads();
        operations += inBatch;
        jvm.exchange().send(Protocol.RUN, each);
        long nanos = jvm.exchange()
                .await(Protocol.DONE, timeout(inBatch * nanosPerOperation), "a batch of " + inBatch + " operations")
                .number(0);
        nanosPerOperation = Math.max(1, nanos) / (double) inBatch;
        return nanos;
    }

    private void sample(long inBatch, long batchNanos, HeapReader heap, ProcessReadings process)
            throws RunRefused, RunBroken, InterruptedException {
        long began = System.nanoTime();
        Instant asked = Instant.now();
        jvm.exchange().send(Protocol.SAMPLE, heap.needsCollection() ? 1 : 0);
        WorkerFrame readings =
                jvm.exchange().await(Protocol.SAMPLED, timeout(sampleNanos), "coming to rest after a batch");
        Map<Signal, Long> signals = WorkerReadings.signals(readings);
        HeapReader.Reading reading = heap.read(readings.number(Protocol.HEAP_USED), asked);
        signals.put(Signal.HEAP, reading.totalBytes());
        reading.internedStrings().ifPresent(strings -> signals.put(Signal.INTERNED_STRINGS, strings));
        process.addTo(signals);
        long now = System.nanoTime();
        sampleNanos = now - began;
        samples.add(
                new Sample(samples.size(), inBatch, operations, batchNanos, now - start, signals, reading.histogram()));
    }

    /** How long to wait for something that should take this long; the rest of the budget while nobody can know. */
    private long timeout(double expectedNanos) {
        long left = Math.max(0, deadline - System.nanoTime()) + GRACE_NANOS;
        return expectedNanos == 0
                ? left
                : Math.min(left, Math.max(LEAST_TIMEOUT_NANOS, (long) (PATIENCE * expectedNanos)));
    }

    private Recording recording() {
        return new Recording(facts, source, samples.subList(firstToJudge, samples.size()), notes);
    }

    /** The checked JVM as the search for a cause sees it. */
    private final class Asked implements Subject {
        @Override
        public String command(String diagnosticCommand) throws IOException {
            return jvm.attachSocket().run(diagnosticCommand, AttachSocket.QUICKLY);
        }

        @Override
        public void command(String diagnosticCommand, Duration within) throws IOException {
            jvm.attachSocket().run(diagnosticCommand, within);
        }

        @Override
        public boolean takesAgents() {
            return jvm.isOwn();
        }

        @Override
        public void load(String library, String options) throws IOException {
            if (!jvm.isOwn()) {
                throw new IOException("no agent goes into a JVM that runs other things as well");
            }
            jvm.attachSocket().load(library, options);
        }

        @Override
        public void run(long operationsEach) throws IOException, InterruptedException {
            // A search has its own time: slow operations are made one by one.
            double most = MOST_SEARCHING_NANOS / Math.max(1, nanosPerOperation) / plan.threads();
            try {
                batch((long) Math.max(1, Math.min((double) operationsEach, most)));
            } catch (RunBroken | RunRefused e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        @Override
        public void rest() throws IOException, InterruptedException {
            try {
                jvm.exchange().send(Protocol.SAMPLE, 1);
                jvm.exchange().await(Protocol.SAMPLED, timeout(sampleNanos), "coming to rest");
            } catch (RunBroken | RunRefused e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        @Override
        public long operations() {
            return operations;
        }

        @Override
        public long pid() {
            return jvm.pid();
        }
    }
}
