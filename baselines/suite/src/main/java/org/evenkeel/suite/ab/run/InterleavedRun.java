package org.evenkeel.suite.ab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.run.JmhLock;
import org.evenkeel.suite.run.JmhOutcome;
import org.evenkeel.suite.run.TimeLimit;
import org.evenkeel.suite.sides.Arm;
import org.evenkeel.suite.sides.Sides;

/**
 * Measures block by block. Benchmarks take turns as long as they are open, so that the time of one that is decided goes
 * to those that are not.
 */
public final class InterleavedRun {

    /** File name ending of the reason why the current side has no number. */
    public static final String BROKEN = "broken";

    /** File name ending of the reason why a benchmark is not judged. */
    public static final String NOT_JUDGED = "not-judged";

    /** File name ending of what cost a benchmark blocks, and what helps. */
    public static final String HINDRANCE = "hindrance";

    /** So many disturbed blocks of a benchmark in a row, and the machine is not going to be quiet. */
    private static final int MOST_REPEATS = 5;

    /** One block that looks cold says nothing yet. */
    private static final int FEWEST_SUSPECTS = 2;

    private final AbPlan plan;
    private final AbFolder folder;
    private final ForkInTurn runner;
    private final MachineWatch watch;
    private final Map<AbBenchmark, Integer> repeats = new HashMap<>();
    private final Map<AbBenchmark, Integer> disturbed = new HashMap<>();
    private final Map<AbBenchmark, Suspicion> suspicions = new HashMap<>();
    private volatile boolean stopped;

    /**
     * A run.
     *
     * @param java the executable of the measured JVMs
     * @param mostOfOthers share of the machine that others may use during a block
     */
    public InterleavedRun(Path java, AbPlan plan, Sides sides, AbFolder folder, double mostOfOthers) {
        this.plan = plan;
        this.folder = folder;
        this.runner = new ForkInTurn(java, plan, sides, folder);
        this.watch = new MachineWatch(Path.of("/"), mostOfOthers);
    }

    /** How many blocks of a benchmark, since its forks are as they are, looked as if they needed other ones, and how many did not. */
    private record Suspicion(int suspects, int sound) {

        static final Suspicion NONE = new Suspicion(0, 0);

        boolean isProven() {
            return suspects >= FEWEST_SUSPECTS && 2 * suspects > sound;
        }
    }

    /** Looks at a block that has just run. */
    @FunctionalInterface
    public interface Look {

        /** What forks of a benchmark need, by a block whose forks had a shape; empty where that will do. */
        Optional<Need> need(ForkShape shape, AbBenchmark benchmark, int block);
    }

    /**
     * What forks of a benchmark need.
     *
     * @param shape from here on
     * @param why what was seen of the benchmark
     * @param certainty how sure that is by one block
     */
    public record Need(ForkShape shape, String why, Certainty certainty) {}

    /** How sure it is that forks need something else. */
    public enum Certainty {
        /** Every third block has to say so; each that does is repeated. */
        PERHAPS,
        /** One is enough, and is repeated. */
        SURE,
        /** The block is as good as others; it is later ones that would be better. */
        BETTER
    }

    /** Hears what happens. */
    public interface Listener {

        /** A block begins. */
        void begins(AbBenchmark benchmark, int block, Duration left);

        /** A block is there, and was kept. */
        void measured(AbBenchmark benchmark, int block);

        /** Something that somebody who waits should know. */
        void note(String line);
    }

    /** Stops after the block that is running; callable from any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Measures until nothing is open or the budget is spent.
     *
     * @param isOpen whether a benchmark needs more blocks; asked before each
     * @param look at each block, before it is kept
     */
    public void run(Predicate<AbBenchmark> isOpen, Look look, Listener listener)
            throws IOException, InterruptedException {
        runner.prepare();
        if (runner.lacksTails()) {
            listener.note("the base is from before callers timed requests: nothing is said of tails (latency.p99)");
        }
        // Another run holds it for as long as its own budget is; what is waited is not taken from this one.
        Duration patience = plan.budget().compareTo(JmhLock.PATIENCE) > 0 ? plan.budget() : JmhLock.PATIENCE;
        JmhLock.Hold lock = JmhLock.ofThisMachine().hold(patience, listener::note);
        try (lock) {
            measure(Stopwatch.start(), isOpen, look, listener);
        }
    }

    private void measure(Stopwatch sinceStart, Predicate<AbBenchmark> isOpen, Look look, Listener listener)
            throws IOException, InterruptedException {
        while (!stopped) {
            List<AbBenchmark> open = plan.benchmarks().stream().filter(isOpen).toList();
            if (open.isEmpty()) {
                return;
            }
            for (AbBenchmark benchmark : open) {
                // A block before may have been the last that any of them needs.
                if (!isOpen.test(benchmark) || waits(benchmark, open)) {
                    continue;
                }
                Duration left = plan.budget().minus(sinceStart.elapsed());
                // A block that is begun is measured to its end, so none is begun that has no time.
                if (stopped || left.compareTo(folder.blockTime(benchmark, plan.shape())) < 0) {
                    return;
                }
                listener.begins(benchmark, folder.blocks(benchmark), left);
                // Whoever hangs takes no more than its share from the others.
                TimeLimit limit = TimeLimit.of(folder.blockTime(benchmark, plan.shape()))
                        .within(left.dividedBy(open.size()), left, folder.blocks(benchmark) > 0);
                block(benchmark, limit, look, listener);
            }
        }
    }

    private boolean waits(AbBenchmark benchmark, List<AbBenchmark> open) {
        return BlockOrder.waits(
                progress(benchmark),
                open.stream()
                        .filter(other -> !other.equals(benchmark))
                        .map(this::progress)
                        .toList());
    }

    private BlockOrder.Progress progress(AbBenchmark benchmark) {
        return new BlockOrder.Progress(
                folder.blocks(benchmark),
                folder.timeOfBlocks(benchmark).toNanos(),
                folder.blockTime(benchmark, plan.shape()).toNanos(),
                repeats.containsKey(benchmark));
    }

    private void block(AbBenchmark benchmark, TimeLimit limit, Look look, Listener listener)
            throws IOException, InterruptedException {
        int block = folder.blocks(benchmark);
        Arm first = plan.first(benchmark, block);
        Stopwatch atIt = Stopwatch.start();
        watch.start();
        Map<Arm, JmhOutcome> outcomes = runBoth(benchmark, block, first, limit);
        if (stopped) {
            return;
        }
        Map<Arm, String> broken = broken(outcomes);
        if (!broken.isEmpty()) {
            // Code that is broken as it is now is wrong, whatever it was before; a broken base alone leaves nothing to
            // compare.
            Arm arm = broken.containsKey(Arm.CURRENT) ? Arm.CURRENT : Arm.BASE;
            String too = broken.size() == outcomes.size() ? " (and the base: " + broken.get(Arm.BASE) + ")" : "";
            giveUp(benchmark, arm, broken.get(arm) + too, listener);
            return;
        }
        Optional<String> unfinished = outcomes.values().stream()
                .flatMap(outcome -> outcome.reason().stream())
                .findFirst();
        if (unfinished.isPresent()) {
            leaveOut(benchmark, limit, unfinished.get(), listener);
            return;
        }
        double others = watch.others();
        Optional<String> disturbed = watch.disturbance(others);
        if (disturbed.isPresent()) {
            repeat(benchmark, disturbed.get(), listener);
            return;
        }
        repeats.remove(benchmark);
        ForkShape shape = folder.shape(benchmark, plan.shape());
        Optional<Need> need = look.need(shape, benchmark, block);
        if (need.isPresent() && need.get().certainty() != Certainty.BETTER) {
            Suspicion suspicion = suspicions.getOrDefault(benchmark, Suspicion.NONE);
            suspicion = new Suspicion(suspicion.suspects() + 1, suspicion.sound());
            suspicions.put(benchmark, suspicion);
            if (need.get().certainty() == Certainty.SURE || suspicion.isProven()) {
                suspicions.remove(benchmark);
                reshape(benchmark, need.get(), listener);
            } else {
                listener.note(benchmark.label() + ": " + need.get().why() + "; the block is repeated");
            }
            return;
        }
        Suspicion suspicion = suspicions.getOrDefault(benchmark, Suspicion.NONE);
        suspicions.put(benchmark, new Suspicion(suspicion.suspects(), suspicion.sound() + 1));
        Duration took = atIt.elapsed();
        folder.close(benchmark, block, first, took, others);
        Optional<ForkShape> fewer = shape.afterABlockOf(took);
        if (fewer.isPresent()) {
            folder.reshape(benchmark, fewer.get());
            listener.note(String.format(
                    Locale.ROOT,
                    "%s: its slices take far longer than they measure; %d in place of %d from here on",
                    benchmark.label(),
                    fewer.get().iterations(),
                    shape.iterations()));
        }
        if (need.isPresent() && fewer.isEmpty()) {
            folder.reshape(benchmark, need.get().shape());
            listener.note(benchmark.label() + ": " + need.get().why() + "; they are "
                    + need.get().shape().iterationTime().toMillis() + " ms long from here on");
        }
        listener.measured(benchmark, block);
    }

    /** Why sides have no number, without those that only waited for the other or were at work when their time was over. */
    private static Map<Arm, String> broken(Map<Arm, JmhOutcome> outcomes) {
        Map<Arm, String> broken = new EnumMap<>(Arm.class);
        outcomes.forEach((arm, outcome) -> {
            if (outcome instanceof JmhOutcome.Broken) {
                broken.put(arm, outcome.reason().orElseThrow());
            }
        });
        return broken;
    }

    /** Both sides were sound as far as they went, but not done in time. */
    private void leaveOut(AbBenchmark benchmark, TimeLimit limit, String reason, Listener listener) {
        listener.note(benchmark.label() + ": " + reason + "; the block is left out");
        if (limit.longest().equals(TimeLimit.of(limit.expected()).longest())) {
            folder.give(benchmark, NOT_JUDGED, "not judged: " + reason);
        }
        // Else the budget is spent, which ends the run.
    }

    /** Both forks at once, which take turns. */
    private Map<Arm, JmhOutcome> runBoth(AbBenchmark benchmark, int block, Arm first, TimeLimit limit)
            throws IOException, InterruptedException {
        Map<Arm, Future<JmhOutcome>> running = new EnumMap<>(Arm.class);
        ExecutorService threads = Executors.newFixedThreadPool(Arm.values().length);
        try (Turns turns = Turns.open(first)) {
            for (Arm arm : Arm.values()) {
                running.put(arm, threads.submit(() -> {
                    try {
                        return runner.run(benchmark, block, arm, turns.address(arm), limit);
                    } finally {
                        turns.leave(arm);
                    }
                }));
            }
            Map<Arm, JmhOutcome> outcomes = new EnumMap<>(Arm.class);
            for (Map.Entry<Arm, Future<JmhOutcome>> one : running.entrySet()) {
                outcomes.put(one.getKey(), one.getValue().get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Both sides get the same, whichever needs it. */
    private void reshape(AbBenchmark benchmark, Need need, Listener listener) {
        folder.reshape(benchmark, need.shape());
        // The same code warms up alike, however callers come.
        plan.benchmarks().stream().filter(benchmark::isFormOfTheSame).forEach(form -> {
            ForkShape shape = folder.shape(form, plan.shape());
            if (shape.warmup().compareTo(need.shape().warmup()) < 0) {
                folder.reshape(form, shape.after(need.shape().warmup()));
            }
        });
        listener.note(String.format(
                Locale.ROOT,
                "%s: %s; the block is repeated, with %.1f s of warm-up and slices of %d ms from here on",
                benchmark.label(),
                need.why(),
                need.shape().warmup().toMillis() / 1000.0,
                need.shape().iterationTime().toMillis()));
    }

    private void giveUp(AbBenchmark benchmark, Arm arm, String reason, Listener listener) throws InterruptedException {
        // Ctrl-C reaches the children as well, and sooner than it reaches the hook that stops this run.
        Thread.sleep(500);
        if (stopped) {
            return;
        }
        listener.note(benchmark.label() + ", " + arm + ": " + reason);
        if (arm == Arm.BASE) {
            folder.give(benchmark, NOT_JUDGED, "the base gives no number: " + reason);
        } else {
            folder.give(benchmark, BROKEN, reason);
        }
    }

    private void repeat(AbBenchmark benchmark, String disturbance, Listener listener) {
        int count = repeats.merge(benchmark, 1, Integer::sum);
        listener.note(benchmark.label() + ": " + disturbance + "; the block is repeated");
        int lost = disturbed.merge(benchmark, 1, Integer::sum);
        folder.give(
                benchmark,
                HINDRANCE,
                lost + (lost == 1 ? " block was" : " blocks were") + " thrown away, the last because " + disturbance
                        + "; run it when the machine is idle, or allow more by --busy");
        if (count >= MOST_REPEATS) {
            folder.give(
                    benchmark,
                    NOT_JUDGED,
                    "not judged: " + count + " blocks in a row were disturbed, the last because " + disturbance
                            + "; more time would not help: run it when the machine is idle, or allow more by --busy");
        }
    }
}
