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
import org.evenkeel.leakcheck.samples.Bound;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;
import org.jspecify.annotations.Nullable;

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
    /** The heap is not at its level yet when it has fallen to this share of what it was. */
    private static final double STILL_EXPIRING = 0.8;
    /** Writing a heap of gigabytes takes its time. */
    private static final Duration DUMPS_WITHIN = Duration.ofSeconds(60);
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
    private Bound bound = Bound.NONE;
    private @Nullable Pace pace;

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
        try {
            open();
            try (HeapReader heap = HeapReaders.open(plan.source(), jvm, folder, timeout(0), notes)) {
                source = heap.source();
                repeat(heap, progress, rule, inquiry);
            }
            if (cause.isEmpty() && bound != Bound.MET) {
                lookForTheCause(inquiry);
            }
            return new RunOutcome.Completed(recording(), cause.orElse(CauseMaterial.NONE), bound);
        } catch (RunBroken e) {
            return new RunOutcome.Broken(recording(), e.failure());
        }
    }

    private void lookForTheCause(Function<Recording, Optional<Question>> inquiry)
            throws IOException, InterruptedException {
        Optional<Question> question = inquiry.apply(recording());
        if (question.isPresent()) {
            cause = Optional.of(CauseSearch.search(
                    new Asked(), facts, question.get(), plan.threads(), folder, CheckedJvm.temporaryFiles(folder)));
        }
    }

    private void repeat(
            HeapReader heap,
            ProgressListener progress,
            StoppingRule rule,
            Function<Recording, Optional<Question>> inquiry)
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
            if (pace == null) {
                next(
                        sizes.next(samples, nanosPerOperation, sampleNanos, (double) (deadline - System.nanoTime())),
                        heap,
                        process);
            } else {
                next(pace, heap, process);
                leaveOutWhatExpired();
            }
            report(samples.get(samples.size() - 1), progress);
            malloc.sampled(samples.size() - 1);
            if (samples.size() % LOOK_EVERY == 0 && isDecided(rule, malloc)) {
                if (!rule.mayHaveABound(recording())
                        || (pace == null && bounds < MOST_BOUNDS && goesOnAndOn(heap, process, rule, inquiry))) {
                    return;
                }
                bounds++;
                malloc.resume();
            }
        }
        settle(malloc);
        if (bounds == 0 && rule.mayHaveABound(recording())) {
            goesOnAndOn(heap, process, rule, inquiry);
        }
    }

    private void next(long each, HeapReader heap, ProcessReadings process)
            throws RunRefused, RunBroken, InterruptedException {
        long nanos = batch(each);
        sample(each * plan.threads(), nanos, heap, process);
    }

    private void next(Pace kept, HeapReader heap, ProcessReadings process)
            throws RunRefused, RunBroken, InterruptedException {
        next((long) Math.max(1, kept.batch() / plan.threads()), heap, process);
        kept.await();
    }

    /**
     * Whether what grows goes on when it is given room, or time where it may expire. The cause is looked for before, while the
     * heap is small; its time and that of the long batches are not taken from the budget. Where growth stopped, what comes after
     * is judged.
     */
    private boolean goesOnAndOn(
            HeapReader heap,
            ProcessReadings process,
            StoppingRule rule,
            Function<Recording, Optional<Question>> inquiry)
            throws RunRefused, RunBroken, IOException, InterruptedException {
        long left = deadline - System.nanoTime();
        Room room = Room.of(samples.subList(firstToJudge, samples.size()), facts.maxHeapBytes());
        if (room.bytesPerOperation() <= 0) {
            bound = Bound.NONE;
            return true;
        }
        if (cause.isEmpty()) {
            lookForTheCause(inquiry);
        }
        int decided = samples.size();
        next(1, heap, process);
        // The search took seconds and operations of its own, in which entries of a short life are gone.
        boolean goesOn = bound == Bound.MET || room.goesOn(samples.get(decided - 1), samples.get(decided));
        deadline = System.nanoTime() + left;
        boolean mayExpire = cause.filter(found -> rule.mayExpire(found, room.bytesPerOperation()))
                .isPresent();
        if (mayExpire) {
            goesOn = outlives(room, decided, heap, process);
        } else if (goesOn) {
            goesOn = takesAllRoom(room, decided, left, heap, process);
            deadline = System.nanoTime() + left;
        }
        bound = !goesOn ? Bound.MET : mayExpire && !livedLong(decided) ? Bound.MAY_EXPIRE : Bound.NONE;
        if (goesOn) {
            pace = null;
            samples.subList(decided, samples.size()).clear();
        } else {
            cause = Optional.empty();
            if (firstToJudge == 0) {
                leaveOut();
            }
        }
        return goesOn;
    }

    /** Whether growth goes on in long batches. */
    private boolean takesAllRoom(Room room, int decided, long left, HeapReader heap, ProcessReadings process)
            throws RunRefused, RunBroken, InterruptedException {
        Sample first = samples.get(decided);
        Sample before = first;
        boolean goesOn = true;
        boolean used = room.batch(nanosPerOperation).isEmpty();
        while (goesOn && !used) {
            long each = (long) Math.max(1, room.batch(nanosPerOperation).orElseThrow() / plan.threads());
            deadline = System.nanoTime() + left;
            next(each, heap, process);
            Sample now = samples.get(samples.size() - 1);
            goesOn = goesOn(room, decided);
            used = room.isUsed(first, before, now);
            before = now;
        }
        return goesOn;
    }

    private boolean goesOn(Room room, int decided) {
        Sample now = samples.get(samples.size() - 1);
        return samples.subList(decided, samples.size()).stream().allMatch(earlier -> room.goesOn(earlier, now));
    }

    /** Whether growth goes on for longer than things that expire usually live; if not, the pace is kept. */
    private boolean outlives(Room room, int decided, HeapReader heap, ProcessReadings process)
            throws RunRefused, RunBroken, InterruptedException {
        Sample last = samples.get(samples.size() - 1);
        Pace kept = room.pace(last, facts.maxHeapBytes(), nanosPerOperation, plan.seed());
        pace = kept;
        boolean goesOn = true;
        while (goesOn && !livedLong(decided) && System.nanoTime() < deadline) {
            next(kept, heap, process);
            goesOn = goesOn(room, decided);
        }
        return goesOn;
    }

    private boolean livedLong(int decided) {
        long now = System.nanoTime() - start;
        return now >= Bound.USUAL_LIFE.toNanos()
                && now - samples.get(decided).elapsedNanos() >= Bound.USUAL_LIFE.toNanos() / 2;
    }

    /** What was kept before the pace was goes in time, and the heap comes to its level only then. */
    private void leaveOutWhatExpired() {
        int last = samples.size() - 1;
        double now = samples.get(last).reading(Signal.HEAP).orElse(0);
        if (now
                < STILL_EXPIRING
                        * samples.get(firstToJudge).reading(Signal.HEAP).orElse(0)) {
            firstToJudge = last;
        }
    }

    private void leaveOut() {
        Sample now = samples.get(samples.size() - 1);
        double grown = now.reading(Signal.HEAP).orElse(0)
                - samples.get(0).reading(Signal.HEAP).orElse(0);
        notes.add(String.format(
                Locale.ROOT,
                "The heap grew by %.0f MiB, and stopped when it was given %s. What was seen before is not judged.",
                grown / (1 << 20),
                pace == null ? "room, as a cache does that is full" : "time, as entries do that expire"));
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

    private void report(Sample last, ProgressListener progress) {
        progress.sampled(new ProgressListener.Progress(
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
            return jvm.attachSocket().run(diagnosticCommand, DUMPS_WITHIN);
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
