package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.run.dump.DumpReading;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;
import org.evenkeel.leakcheck.samples.heap.PathTree;
import org.evenkeel.leakcheck.samples.heap.StackTally;

/** Takes a dump, watches more operations, takes another dump, and has both read. */
public final class CauseSearch {

    /** What a search takes at the most, its dumps included, however large the heap is. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private static final double BUDGET_NANOS = 30e9;

    /** A dump that is begun gets so much, though the time is over. */
    private static final Duration LEAST_FOR_A_DUMP = Duration.ofSeconds(5);

    /** That of a heap of 512 MiB of small objects or so; a larger one gets more time. */
    private static final double LARGE_DUMP_BYTES = 1 << 30;

    /** Between collections, so that what the profiler still holds is what stays. */
    private static final int STRETCHES = 8;

    private static final long MOST_OPERATING_NANOS = TimeUnit.SECONDS.toNanos(6);

    /** Each object that is made becomes an event that has to be read. */
    private static final double MOST_COUNTING_NANOS = 4e8;

    private final Subject subject;
    private final CheckedJvmFacts facts;
    private final Question question;
    private final Path folder;
    private final Path temporaryFiles;
    private final List<String> notes = new ArrayList<>();
    private final Stopwatch watch = Stopwatch.start();
    private Duration longest = LONGEST;

    private CauseSearch(Subject subject, CheckedJvmFacts facts, Question question, Path folder, Path temporaryFiles) {
        this.subject = subject;
        this.facts = facts;
        this.question = question;
        this.folder = folder;
        this.temporaryFiles = temporaryFiles;
    }

    /**
     * Looks for the cause of what grows. What cannot be had becomes a note, never a failure: the verdict stands anyhow.
     *
     * @param threads callers at once
     * @param folder for files that live as long as the run
     * @param temporaryFiles where the JVM puts its temporary files
     */
    public static CauseMaterial search(
            Subject subject, CheckedJvmFacts facts, Question question, int threads, Path folder, Path temporaryFiles)
            throws InterruptedException {
        return new CauseSearch(subject, facts, question, folder, temporaryFiles).search(threads);
    }

    private CauseMaterial search(int threads) throws InterruptedException {
        Optional<PathTree> paths = Optional.empty();
        List<StackTally> stacks = new ArrayList<>();
        List<String> resources = new ArrayList<>();
        try {
            DumpReading.Dump before = dump("before");
            longest = Duration.ofNanos((long) Math.min(
                    (double) LONGEST.toNanos(),
                    BUDGET_NANOS * Math.max(1, Files.size(before.file()) / LARGE_DUMP_BYTES)));
            Optional<DumpReading> reading = begin(before);
            try {
                Inventory stock = Resources.of(subject, question, temporaryFiles);
                stacks.addAll(operate(threads));
                resources.addAll(Resources.of(subject, question, temporaryFiles).since(stock));
                if (reading.isPresent() && left().isNegative()) {
                    notes.add("The second heap dump was not taken, since the search had used up its time.");
                } else if (reading.isPresent()) {
                    paths = Optional.of(
                            reading.get().finish(dump("after"), leftForADump().toSeconds()));
                }
            } finally {
                reading.ifPresent(DumpReading::close);
            }
        } catch (IOException e) {
            notes.add("The cause could not be looked for to the end: " + e.getMessage() + ".");
        }
        // Each look for allocations that fails says the same.
        return new CauseMaterial(
                paths, stacks, resources, notes.stream().distinct().toList());
    }

    private Optional<DumpReading> begin(DumpReading.Dump before) throws IOException {
        try {
            return Optional.of(DumpReading.begin(before, facts.maxHeapBytes(), folder));
        } catch (NoClassDefFoundError e) {
            notes.add("The heap dumps could not be read: the class path lacks " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Duration left() {
        return longest.minus(watch.elapsed());
    }

    /** For a dump that is begun. */
    private Duration leftForADump() {
        Duration left = left();
        return left.compareTo(LEAST_FOR_A_DUMP) < 0 ? LEAST_FOR_A_DUMP : left;
    }

    private DumpReading.Dump dump(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".hprof");
        subject.rest();
        subject.command("GC.heap_dump \"" + file + "\"", leftForADump());
        if (!Files.isReadable(file)) {
            throw new IOException("the checked JVM wrote no heap dump to " + file);
        }
        return new DumpReading.Dump(file, subject.operations());
    }

    /**
     * Most operations are watched for what stays, a few for all that is made: what stays is rare among it, and the
     * profiler's table of objects to watch may be full before one comes along.
     */
    private List<StackTally> operate(int threads) throws IOException, InterruptedException {
        long each = Math.max(1, question.operations() / threads / STRETCHES);
        AllocationProfiler profiler =
                AllocationProfiler.start(subject, question, AllocationProfiler.Mode.STAYING, folder, notes);
        Stopwatch operating = Stopwatch.start();
        int stretches = 0;
        while (stretches < STRETCHES && operating.nanos() < MOST_OPERATING_NANOS) {
            subject.run(each);
            subject.rest();
            stretches++;
        }
        double nanosEach = operating.nanos() / (double) (stretches * each);
        List<StackTally> stacks = new ArrayList<>(profiler.stop());
        AllocationProfiler counter =
                AllocationProfiler.start(subject, question, AllocationProfiler.Mode.MADE, folder, notes);
        subject.run((long) Math.max(1, Math.min((double) each, MOST_COUNTING_NANOS / nanosEach)));
        stacks.addAll(counter.stop());
        return stacks;
    }
}
