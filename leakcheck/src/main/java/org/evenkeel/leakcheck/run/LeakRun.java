package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.cause.Question;
import org.evenkeel.leakcheck.samples.Failure;
import org.evenkeel.leakcheck.samples.Recording;

/** Carries out a plan: starts the checked JVM, has it run batches, samples it after each, and stops when told to. */
public final class LeakRun {

    /** A run that was out of memory before this many samples is made again with smaller batches. */
    private static final int ENOUGH_SAMPLES = 24;
    /** Mean batches that the operations until memory ran out are divided into then. */
    private static final double BATCHES_UNTIL_FULL = 48;

    private LeakRun() {}

    /**
     * Runs, and looks for no cause.
     *
     * @param rule when to stop
     */
    public static RunOutcome run(LeakCheckPlan plan, ProgressListener progress, StoppingRule rule)
            throws InterruptedException {
        return run(plan, progress, rule, recording -> Optional.empty());
    }

    /**
     * Runs.
     *
     * @param rule when to stop
     * @param inquiry what to look for in the JVM afterwards; empty when nothing grows
     */
    public static RunOutcome run(
            LeakCheckPlan plan,
            ProgressListener progress,
            StoppingRule rule,
            Function<Recording, Optional<Question>> inquiry)
            throws InterruptedException {
        Stopwatch watch = Stopwatch.start();
        Attempt first = attempt(plan, plan.operationsPerBatch(), watch, progress, rule, inquiry);
        if (first.outcome() instanceof RunOutcome.Broken broken
                && broken.failure().kind() == Failure.Kind.OUT_OF_MEMORY
                && broken.recording().samples().size() < ENOUGH_SAMPLES
                && plan.operationsPerBatch().isEmpty()
                && watch.nanos() < plan.budget().toNanos() / 2) {
            long smallest = (long) Math.max(1, first.operations() / BATCHES_UNTIL_FULL / 2.33);
            return attempt(plan, OptionalLong.of(smallest), watch, progress, rule, inquiry)
                    .outcome();
        }
        return first.outcome();
    }

    private static Attempt attempt(
            LeakCheckPlan plan,
            OptionalLong operationsPerBatch,
            Stopwatch watch,
            ProgressListener progress,
            StoppingRule rule,
            Function<Recording, Optional<Question>> inquiry)
            throws InterruptedException {
        try (CheckFolder folder = CheckFolder.create();
                CheckedJvm jvm = CheckedJvm.start(plan, folder.path())) {
            CheckSession session = new CheckSession(plan, operationsPerBatch, jvm, folder.path(), watch);
            return new Attempt(session.run(progress, rule, inquiry), session.operations());
        } catch (RunRefused e) {
            return new Attempt(new RunOutcome.Refused(String.valueOf(e.getMessage())), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Attempt(RunOutcome outcome, long operations) {}
}
