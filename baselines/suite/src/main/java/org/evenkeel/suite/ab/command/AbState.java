package org.evenkeel.suite.ab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Excluded;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.ab.analysis.ForkSummary;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.ab.run.InterleavedRun;
import org.evenkeel.suite.ab.verdict.ForkInTurnReader;
import org.evenkeel.suite.ab.verdict.FormsTogether;
import org.evenkeel.suite.ab.verdict.Measured;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.ab.verdict.Standing;
import org.evenkeel.suite.ab.verdict.WarmUp;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.sides.Arm;

/** What is there of a run so far, read from its folder, and how each benchmark stands. */
final class AbState {

    private static final Duration SHORTEST_WARMUP = Duration.ofMillis(100);

    /** What is not warm by then seldom ever is. */
    private static final Duration LONGEST_WARMUP = Duration.ofSeconds(8);

    /** Standard error of a block's log ratio by its slices alone, beyond which longer slices pay. */
    private static final double MOST_SCATTER = 0.06;

    private final AbPlan plan;
    private final AbFolder folder;
    private final SequentialRule rule;
    private final Map<AbBenchmark, List<Fork>> base = new HashMap<>();
    private final Map<AbBenchmark, List<Fork>> current = new HashMap<>();

    AbState(AbPlan plan, AbFolder folder, Options options) {
        this.plan = plan;
        this.folder = folder;
        this.rule = SequentialRule.of(options, plan.benchmarks().size());
    }

    /** All benchmarks of the plan, in its order. */
    List<Measured> measured() {
        return plan.benchmarks().stream().map(this::of).toList();
    }

    /** Whether more blocks of a benchmark could tell something. */
    boolean isOpen(AbBenchmark benchmark) {
        return isOpen(of(benchmark));
    }

    private boolean isOpen(Measured measured) {
        return measured.isSound()
                && !rule.isExhausted(measured.blocks())
                && !standing(measured).isDecided();
    }

    /** Whether a benchmark has fewer blocks than are to be recorded, whatever they show. */
    boolean needs(AbBenchmark benchmark, int blocks) {
        Measured measured = of(benchmark);
        return measured.isSound() && measured.blocks() < blocks;
    }

    /** How the benchmarks stand together, where they are the forms of one path. */
    Optional<FormsTogether> together(AllForms what, Options options) {
        return FormsTogether.of(what, measured(), options, this::isOpen);
    }

    /** How many whole blocks of a benchmark there are. */
    int blocks(AbBenchmark benchmark) {
        return folder.blocks(benchmark);
    }

    /** How long one block of a benchmark takes. */
    Duration blockTime(AbBenchmark benchmark) {
        return folder.blockTime(benchmark, plan.shape());
    }

    /** How a benchmark stands. */
    Standing standing(AbBenchmark benchmark) {
        return standing(of(benchmark));
    }

    /** What its blocks exclude whatever its standing; empty before the first look. */
    Optional<Excluded> excluded(AbBenchmark benchmark) {
        return rule.excluded(of(benchmark).logRatios());
    }

    /** What a benchmark's forks need by those of a block that is not closed yet; empty where their shape will do. */
    Optional<InterleavedRun.Need> need(ForkShape shape, AbBenchmark benchmark, int block) {
        List<Fork> forks = Stream.of(Arm.values())
                .map(arm -> read(folder.fork(benchmark, block, arm)))
                .toList();
        // Somebody else's benchmarks tell how many threads they have only once they have run.
        int threads = forks.get(0).identity().threads();
        ForkShape forThreads = shape.forThreads(threads, Runtime.getRuntime().availableProcessors());
        if (!forThreads.equals(shape)) {
            return Optional.of(new InterleavedRun.Need(
                    forThreads, "has more threads than there are processors", InterleavedRun.Certainty.SURE));
        }
        boolean crowd = threads > Runtime.getRuntime().availableProcessors();
        Duration longer =
                shape.warmup().isZero() ? SHORTEST_WARMUP : shape.warmup().multipliedBy(2);
        if (longer.compareTo(LONGEST_WARMUP) <= 0) {
            WarmUp warmUp = WarmUp.of(forks.get(0), forks.get(1), crowd);
            if (warmUp != WarmUp.OVER) {
                // A machine that becomes faster meanwhile can look the same, but not in every third block.
                return Optional.of(new InterleavedRun.Need(
                        shape.after(longer),
                        "was still warming up while it was measured",
                        warmUp == WarmUp.SURELY ? InterleavedRun.Certainty.SURE : InterleavedRun.Certainty.PERHAPS));
            }
        }
        return crowd || !scatter(forks.get(0), forks.get(1))
                ? Optional.empty()
                : shape.withLongerSlices()
                        .map(better ->
                                new InterleavedRun.Need(better, "its slices scatter", InterleavedRun.Certainty.BETTER));
    }

    /** Whether a block says less than others do because its slices scatter. */
    private static boolean scatter(Fork one, Fork other) {
        return ForkSummary.errorOfRatio(one.iterations(), other.iterations()) > MOST_SCATTER;
    }

    /** Whether the number of blocks is one at which the data are looked at. */
    boolean isLook(int blocks) {
        return rule.isLook(blocks);
    }

    private Standing standing(Measured measured) {
        return rule.standing(measured.logRatios());
    }

    private synchronized Measured of(AbBenchmark benchmark) {
        List<Fork> before = forks(base, benchmark, Arm.BASE);
        List<Fork> now = forks(current, benchmark, Arm.CURRENT);
        Identity identity = now.isEmpty() ? benchmark.identity() : now.get(0).identity();
        return new Measured(
                identity,
                before,
                now,
                reason(benchmark, InterleavedRun.BROKEN),
                reason(benchmark, InterleavedRun.NOT_JUDGED),
                reason(benchmark, InterleavedRun.HINDRANCE),
                blockTime(benchmark));
    }

    private List<Fork> forks(Map<AbBenchmark, List<Fork>> known, AbBenchmark benchmark, Arm arm) {
        List<Fork> forks = known.computeIfAbsent(benchmark, absent -> new ArrayList<>());
        for (int block = forks.size(); block < folder.blocks(benchmark); block++) {
            forks.add(read(folder.fork(benchmark, block, arm)));
        }
        return forks;
    }

    private static Fork read(Path file) {
        try {
            return ForkInTurnReader.read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    private Optional<String> reason(AbBenchmark benchmark, String kind) {
        return Optional.of(folder.reason(benchmark, kind)).filter(reason -> !reason.isEmpty());
    }
}
