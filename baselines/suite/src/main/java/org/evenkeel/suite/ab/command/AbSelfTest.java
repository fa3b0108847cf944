package org.evenkeel.suite.ab.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.ab.report.ReplayTable;
import org.evenkeel.suite.ab.report.TogetherTable;
import org.evenkeel.suite.ab.verdict.replay.OverlapHabit;
import org.evenkeel.suite.ab.verdict.replay.PairPool;
import org.evenkeel.suite.ab.verdict.replay.Replay;
import org.evenkeel.suite.ab.verdict.replay.ReplayRates;
import org.evenkeel.suite.ab.verdict.replay.TogetherReplay;

/** {@code ab --self-test}: replays thousands of runs from forks of unchanged code, and shows how often they end wrong. */
final class AbSelfTest {

    private static final List<Double> SLOWDOWNS = List.of(0.0, 0.05, 0.10, 0.20, 0.50, 1.0);
    private static final int RUNS = 2_000;
    private static final int BENCHMARKS_PER_RUN = 4;
    /** As many blocks of each form as a path has in 10 minutes. */
    private static final int ROUNDS = 13;

    private static final double MOST_FALSE_BENCHMARKS = 0.005;
    private static final double MOST_FALSE_RUNS = 0.05;
    private static final long SEED = 20_250_101;

    private AbSelfTest() {}

    static ExitStatus run(List<Path> places, AbOptions asked, PrintWriter out) {
        Options options = asked.options();
        List<PairPool> pools = RecordedPairs.at(places, asked.shape().blockTime());
        Duration budget = asked.budgetFor(BENCHMARKS_PER_RUN).dividedBy(BENCHMARKS_PER_RUN);
        Replay replay = new Replay(pools, options, BENCHMARKS_PER_RUN, budget, SEED);
        List<ReplayRates> rates =
                SLOWDOWNS.stream().map(slowdown -> replay.run(RUNS, slowdown)).toList();
        List<ReplayRates> consecutive =
                SLOWDOWNS.stream().map(replay::consecutive).toList();
        List<OverlapHabit.Habit> habits = SLOWDOWNS.stream()
                .map(slowdown -> OverlapHabit.replay(pools, RUNS * BENCHMARKS_PER_RUN, slowdown, SEED))
                .toList();
        out.print(ReplayTable.render(pools, replay, rates, consecutive, habits));
        TogetherReplay together = new TogetherReplay(pools, options, BENCHMARKS_PER_RUN, ROUNDS, SEED);
        out.print(TogetherTable.render(
                SLOWDOWNS.stream().map(slowdown -> together.run(RUNS, slowdown)).toList()));
        ReplayRates unchanged = rates.get(0);
        boolean loud = unchanged.falseShare() > MOST_FALSE_BENCHMARKS || unchanged.falseRunShare() > MOST_FALSE_RUNS;
        out.println(
                loud
                        ? "FAILED: unchanged code is called changed too often on these data"
                        : "PASSED: unchanged code is called changed in at most 0.5 % of benchmarks and 5 % of runs");
        return loud ? ExitStatus.WRONG : ExitStatus.OK;
    }
}
