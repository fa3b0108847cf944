package org.evenkeel.suite.ab.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.ab.run.InterleavedRun;
import org.evenkeel.suite.ab.verdict.FormsTogether;
import org.evenkeel.suite.ab.verdict.Measured;
import org.evenkeel.suite.ab.verdict.SequentialJudge;
import org.evenkeel.suite.ab.verdict.Standing;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.report.parts.MeasuredSide;
import org.evenkeel.suite.sides.Arm;
import org.evenkeel.suite.sides.Sides;

/** Measures two sides of some benchmarks in turn and judges them: the engine behind {@code ab} and {@code check}. */
public final class InTurn {

    /** So much slower, and nobody needs the other forms to know that the path is. */
    private static final double CLEARLY_SLOWER = 0.25;

    /** What is not slower by so much can wait for those that may be slower by a quarter. A tenth that is there is never excluded. */
    private static final double WELL_EXCLUDED = 0.1;

    private final AbPlan plan;
    private final AbState state;
    private final InterleavedRun run;
    private final Options options;
    private final AbFolder folder;

    /**
     * Goes on from what is in the folder.
     *
     * @param java the executable of the measured JVMs
     * @param mostOfOthers share of the machine that others may use during a block
     * @throws org.evenkeel.kernel.BadInputException when the folder was measured with another plan or other sides
     */
    public InTurn(Path java, AbPlan plan, Sides sides, AbFolder folder, Options options, double mostOfOthers) {
        folder.requirePlan(plan, sides);
        this.plan = plan;
        this.options = options;
        this.folder = folder;
        this.state = new AbState(plan, folder, options);
        this.run = new InterleavedRun(java, plan, sides, folder, mostOfOthers);
    }

    /** Stops behind the block that is running; callable from any thread. */
    public void stop() {
        run.stop();
    }

    /** Measures until every benchmark is decided or the budget is spent. */
    public void measure(PrintWriter err) throws IOException, InterruptedException {
        measure(AbState::isOpen, err);
    }

    /**
     * Measures until it is known whether one of the benchmarks got slower: when one clearly did, the others get as many blocks
     * as that one needed, and no more; none when they are slower together.
     *
     * @param usual the time after which it ends as well, unless what was seen until then is a reason to go on for the budget of the plan
     */
    public void measureUntilOneIsSlower(Duration usual, PrintWriter err) throws IOException, InterruptedException {
        // From the first block on: before that another run may have had the machine.
        CompletableFuture<Stopwatch> start = new CompletableFuture<>();
        measure(
                (known, benchmark) -> known.isOpen(benchmark)
                        && !canWait(benchmark)
                        && (since(start).compareTo(usual) < 0 || isWorthMore())
                        && !isGoodEnough()
                        && !hasEnoughBeside(benchmark, this::isClearlySlower)
                        && known.together(AllForms.TIME, options)
                                .filter(FormsTogether::isSlower)
                                .isEmpty(),
                err);
    }

    /** Measures until the first of the benchmarks is known to be slower, by however little, or the budget is spent. */
    public void measureUntilTheFirstIsSlower(PrintWriter err) throws IOException, InterruptedException {
        measure(
                (known, benchmark) -> known.isOpen(benchmark)
                        && !hasEnoughBeside(benchmark, other -> known.standing(other) instanceof Standing.Worse),
                err);
    }

    /** Whether a benchmark has as many blocks as one needed that is slower, so that more of it would come after the answer. */
    private boolean hasEnoughBeside(AbBenchmark benchmark, Predicate<AbBenchmark> isSlower) {
        return plan.benchmarks().stream()
                .anyMatch(other -> isSlower.test(other) && state.blocks(other) <= state.blocks(benchmark));
    }

    private static Duration since(CompletableFuture<Stopwatch> start) {
        start.complete(Stopwatch.start());
        return start.join().elapsed();
    }

    /** Whether it is known that nothing is slower by as much as anybody has to know of: of all forms together, and of each. */
    private boolean isGoodEnough() {
        return together(AllForms.TIME)
                        .filter(forms -> forms.isSurelyNotSlower())
                        .isPresent()
                && plan.benchmarks().stream().allMatch(this::excludesEnough);
    }

    /** Whether a benchmark is known well enough, and it is others that need the time. */
    private boolean canWait(AbBenchmark benchmark) {
        return state.excluded(benchmark)
                        .filter(excluded -> excluded.slowdown() <= WELL_EXCLUDED)
                        .isPresent()
                && plan.benchmarks().stream().anyMatch(other -> state.isOpen(other) && !excludesEnough(other));
    }

    private boolean excludesEnough(AbBenchmark benchmark) {
        return state.excluded(benchmark)
                .filter(excluded -> excluded.slowdown() <= PathJudged.MOST_EXCLUDED)
                .isPresent();
    }

    /** Whether something may be slower: together they look like it, or one of them excludes too little. */
    private boolean isWorthMore() {
        if (together(AllForms.ALLOCATION).filter(FormsTogether::isSlower).isPresent()) {
            // That it is worse is known; how much slower it is, is not worth twice the time.
            return false;
        }
        return together(AllForms.TIME).filter(FormsTogether::mayBeSlower).isPresent()
                || plan.benchmarks().stream()
                        .anyMatch(benchmark -> state.isOpen(benchmark) && !excludesEnough(benchmark));
    }

    /** How the benchmarks stand together, where they are the forms of one path; empty before the first look. */
    public Optional<FormsTogether> together(AllForms what) {
        return state.together(what, options);
    }

    /** Measures so many blocks of each, whatever they show. */
    void record(int blocks, PrintWriter err) throws IOException, InterruptedException {
        measure((known, benchmark) -> known.needs(benchmark, blocks), err);
    }

    private void measure(BiPredicate<AbState, AbBenchmark> isOpen, PrintWriter err)
            throws IOException, InterruptedException {
        try (AbListener listener = new AbListener(plan, state, err)) {
            run.run(benchmark -> isOpen.test(state, benchmark), state::need, listener);
        }
    }

    private boolean isClearlySlower(AbBenchmark benchmark) {
        return state.standing(benchmark) instanceof Standing.Worse worse
                && worse.look().interval().lower() > Math.log1p(CLEARLY_SLOWER);
    }

    /** What there is of each benchmark. */
    public List<Measured> measured() {
        return state.measured();
    }

    /** The verdicts that stand. */
    public Comparison judged() {
        return SequentialJudge.judge(measured(), options);
    }

    /** JMH's files of the forks of the code as it is now: a list for each benchmark that has any. */
    public List<List<Path>> currentForks() {
        return plan.benchmarks().stream()
                .map(benchmark -> IntStream.range(0, state.blocks(benchmark))
                        .mapToObj(block -> folder.fork(benchmark, block, Arm.CURRENT))
                        .toList())
                .filter(forks -> !forks.isEmpty())
                .toList();
    }

    /** What a report shows of the base. */
    public MeasuredSide baseSide() {
        List<Measured> measured = measured();
        Session base = SequentialJudge.session("base", measured, Measured::baseSeries);
        return new MeasuredSide(List.of(base), SequentialJudge.raw(measured, Measured::base));
    }

    /** The same of the code as it is now. */
    public MeasuredSide currentSide() {
        List<Measured> measured = measured();
        Session current = SequentialJudge.session("current", measured, Measured::currentSeries);
        return new MeasuredSide(List.of(current), SequentialJudge.raw(measured, Measured::current));
    }
}
