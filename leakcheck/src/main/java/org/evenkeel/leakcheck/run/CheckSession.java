package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.cause.CauseSearch;
import org.evenkeel.leakcheck.run.cause.Question;
import org.evenkeel.leakcheck.run.malloc.MallocWatch;
import org.evenkeel.leakcheck.samples.Bound;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;
import org.jspecify.annotations.Nullable;

/** One check of one JVM: when to sample, when it is enough, and what is done before growth is held against it. */
final class CheckSession {

    /** The stopping rule is asked each time that this many samples have come. */
    private static final int LOOK_EVERY = 5;
    /** What was full so often, and grows again, fills and is emptied: the rest of the budget shows whether it gets more. */
    private static final int MOST_BOUNDS = 3;
    /** The heap is not at its level yet when it has fallen to this share of what it was. */
    private static final double STILL_EXPIRING = 0.8;

    private final LeakCheckPlan plan;
    private final OptionalLong operationsPerBatch;
    private final JvmUnderCheck jvm;
    private final Path folder;
    private final Batches batches;
    private final List<Sample> samples;
    private final List<String> notes = new ArrayList<>();
    private CheckedJvmFacts facts = new CheckedJvmFacts("unknown", Long.MAX_VALUE);
    private HeapSource source;
    private Optional<CauseMaterial> cause = Optional.empty();
    private ProgressListener listener = ProgressListener.NONE;
    private Bound bound = Bound.NONE;
    private @Nullable Pace pace;

    /** What was seen while something filled that has a bound is not judged. */
    private int firstToJudge;

    CheckSession(LeakCheckPlan plan, OptionalLong operationsPerBatch, JvmUnderCheck jvm, Path folder, Stopwatch watch) {
        this.plan = plan;
        this.operationsPerBatch = operationsPerBatch;
        this.jvm = jvm;
        this.folder = folder;
        batches = new Batches(jvm, plan.threads(), watch, plan.budget().toNanos());
        samples = batches.samples();
        source = plan.source();
    }

    /** Operations begun so far, those of a batch that did not end included. */
    long operations() {
        return batches.operations();
    }

    RunOutcome run(ProgressListener progress, StoppingRule rule, Function<Recording, Optional<Question>> inquiry)
            throws RunRefused, IOException, InterruptedException {
        listener = progress;
        try {
            facts = batches.open(plan.jvmArguments());
            try (HeapReader heap = HeapReaders.open(plan.source(), jvm, folder, batches.timeout(0), notes)) {
                source = heap.source();
                repeat(new HeapAtRest(heap), rule, inquiry);
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
            listener.searching(CauseSearch.LONGEST);
            cause = Optional.of(CauseSearch.search(
                    new SearchedJvm(jvm, batches),
                    facts,
                    question.get(),
                    plan.threads(),
                    folder,
                    CheckedJvm.temporaryFiles(folder)));
        }
    }

    private void repeat(HeapAtRest heap, StoppingRule rule, Function<Recording, Optional<Question>> inquiry)
            throws RunRefused, RunBroken, IOException, InterruptedException {
        ProcessReadings process = new ProcessReadings(
                jvm,
                CheckedJvm.temporaryFiles(folder),
                plan.jvmArguments().stream().anyMatch(flag -> flag.startsWith("-XX:NativeMemoryTracking=")));
        if (operationsPerBatch.isEmpty()) {
            batches.calibrate();
        }
        BatchSizes sizes =
                new BatchSizes(plan.threads(), operationsPerBatch, plan.budget().toNanos(), plan.seed());
        MallocWatch malloc = watchMalloc();
        int bounds = 0;
        while (batches.nanosLeft() > 0) {
            if (pace == null) {
                double left = batches.nanosLeft();
                long each = sizes.next(samples, batches.nanosPerOperation(), batches.sampleNanos(), left);
                batches.next(each, heap, process);
            } else {
                pace.next(batches, heap, process);
                leaveOutWhatExpired();
            }
            report(batches.last());
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

    /**
     * Whether what grows goes on when it is given room, or time where it may expire. The cause is looked for before, while the
     * heap is small; its time and that of the room are not taken from the budget. Where growth stopped, what comes after is judged.
     */
    private boolean goesOnAndOn(
            HeapAtRest heap,
            ProcessReadings process,
            StoppingRule rule,
            Function<Recording, Optional<Question>> inquiry)
            throws RunRefused, RunBroken, IOException, InterruptedException {
        long left = batches.nanosLeft();
        Room room = Room.of(samples.subList(firstToJudge, samples.size()), facts.maxHeapBytes());
        if (room.bytesPerOperation() <= 0) {
            bound = Bound.NONE;
            return true;
        }
        if (cause.isEmpty()) {
            lookForTheCause(inquiry);
        }
        int decided = samples.size();
        batches.next(1, heap, process);
        batches.grant(left);
        Trial trial = new Trial(batches, heap, process, room, decided);
        // The search took seconds and operations of its own, in which entries of a short life are gone.
        boolean goesOn = bound == Bound.MET || room.goesOn(samples.get(decided - 1), samples.get(decided));
        boolean mayExpire = cause.filter(found -> rule.mayExpire(found, room.bytesPerOperation()))
                .isPresent();
        if (mayExpire) {
            pace = room.pace(batches.last(), facts.maxHeapBytes(), plan.seed());
            goesOn = trial.outlives(pace);
        } else if (goesOn) {
            goesOn = trial.takesAllRoom();
        }
        bound = !goesOn ? Bound.MET : mayExpire && !trial.isOld() ? Bound.MAY_EXPIRE : Bound.NONE;
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

    private void report(Sample last) {
        listener.sampled(new ProgressListener.Progress(
                samples.size(),
                last.totalOperations(),
                last.reading(Signal.HEAP).orElse(0),
                Duration.ofNanos(last.elapsedNanos()),
                plan.budget()));
    }

    private Recording recording() {
        return new Recording(facts, source, samples.subList(firstToJudge, samples.size()), notes);
    }
}
