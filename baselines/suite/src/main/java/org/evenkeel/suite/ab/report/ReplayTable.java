package org.evenkeel.suite.ab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.report.Words;
import org.evenkeel.suite.ab.verdict.LogRatio;
import org.evenkeel.suite.ab.verdict.replay.OverlapHabit;
import org.evenkeel.suite.ab.verdict.replay.PairPool;
import org.evenkeel.suite.ab.verdict.replay.Replay;
import org.evenkeel.suite.ab.verdict.replay.ReplayRates;

/** What replayed runs ended with, a line for each slowdown, and what JMH's own intervals say on the same forks. */
public final class ReplayTable {

    private ReplayTable() {}

    /**
     * Renders the table; ends with a line break.
     *
     * @param consecutive of the runs that use each recorded pair at most once
     * @param habits one for each of the rates; of no comparison where there are no recorded iterations
     */
    public static String render(
            List<PairPool> pools,
            Replay replay,
            List<ReplayRates> rates,
            List<ReplayRates> consecutive,
            List<OverlapHabit.Habit> habits) {
        StringBuilder text = new StringBuilder(noise(pools)).append(System.lineSeparator());
        int pairs = pools.stream().mapToInt(pool -> pool.logRatios().size()).sum();
        text.append(String.format(
                Locale.ROOT,
                "%,d runs of %d benchmarks each, %d s a benchmark at most on average, from %,d recorded pairs of"
                        + " %s%n",
                rates.get(0).runs(),
                replay.benchmarksPerRun(),
                replay.budget().toSeconds(),
                pairs,
                Words.counted(pools.size(), "benchmark")));
        text.append(table(rates));
        text.append(String.format(
                Locale.ROOT,
                "%nEach pair used once, its sides as they were measured: %s of one benchmark each%n",
                Words.counted(consecutive.get(0).benchmarks(), "run")));
        text.append(table(consecutive)).append(System.lineSeparator());
        for (int i = 0; i < habits.size(); i++) {
            OverlapHabit.Habit habit = habits.get(i);
            if (habit.comparisons() > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "JMH's 99.9 %% intervals of five such forks a side, %s slower: %s disjoint as slower, %s as"
                                + " faster%n",
                        percent(rates.get(i).slowdown()),
                        percent((double) habit.slower() / habit.comparisons()),
                        percent((double) habit.faster() / habit.comparisons())));
            }
        }
        return text.toString();
    }

    /** By how much the log ratios of each benchmark's blocks differ: a standard deviation, about a relative one. */
    private static String noise(List<PairPool> pools) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("pairs", "middle half", "mean", "a pair takes", "benchmark"));
        for (PairPool pool : pools) {
            cells.add(List.of(
                    String.valueOf(pool.logRatios().size()),
                    percent(pool.deviation(LogRatio::middle)),
                    percent(pool.deviation(LogRatio::mean)),
                    String.format(Locale.ROOT, "%.1f s", pool.blockTime().toMillis() / 1000.0),
                    pool.benchmark()));
        }
        return TextTable.render(cells, 0, 1, 2, 3);
    }

    private static String table(List<ReplayRates> rates) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(
                "one side slower by",
                "regressed",
                "improved",
                "equivalent",
                "open",
                "runs with a false verdict",
                "median blocks",
                "median time",
                "first found in 95 % of runs"));
        for (ReplayRates one : rates) {
            cells.add(List.of(
                    percent(one.slowdown()),
                    percent(one.share(one.regressed())),
                    percent(one.share(one.improved())),
                    percent(one.share(one.equivalent())),
                    percent(one.share(one.open())),
                    percent(one.falseRunShare()),
                    one.blocksAt(0.5).map(String::valueOf).orElse("-"),
                    seconds(one.timeAt(0.5)),
                    seconds(one.firstRegressedAt(0.95))));
        }
        return TextTable.render(cells, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(of -> of.toSeconds() + " s").orElse("-");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
