package org.evenkeel.suite.ab.verdict.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.evenkeel.suite.ab.verdict.LogRatio;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Duration BLOCK = Duration.ofSeconds(6);

    @Test
    void replay_calmPairs_findsWhatIsThereAndNothingElse() {
        Replay replay = new Replay(List.of(pool(0.01)), SequentialRule.OPTIONS, 4, BLOCK.multipliedBy(24), 1);

        ReplayRates unchanged = replay.run(200, 0);
        ReplayRates slower = replay.run(200, 0.05);

        assertThat(unchanged.runsWithFalseVerdict()).isZero();
        assertThat(unchanged.equivalent()).isEqualTo(unchanged.benchmarks());
        assertThat(slower.share(slower.regressed())).isGreaterThan(0.95);
        assertThat(slower.blocksAt(0.5))
                .hasValueSatisfying(blocks -> assertThat(blocks).isBetween(6, 11));
    }

    @Test
    void replay_doubled_isFoundInTheFourthRoundOfTheFirst() {
        Replay replay = new Replay(List.of(pool(0.01)), SequentialRule.OPTIONS, 4, BLOCK.multipliedBy(24), 1);

        ReplayRates doubled = replay.run(200, 1);

        assertThat(doubled.regressed()).isEqualTo(doubled.benchmarks());
        assertThat(doubled.firstRegressedAt(0.95)).contains(BLOCK.multipliedBy(3 * 4 + 1));
        assertThat(replay.run(200, 0).firstRegressedAt(0.95)).isEmpty();
    }

    @Test
    void replay_budgetBelowTheFirstLook_leavesEverythingOpen() {
        Replay replay = new Replay(List.of(pool(0.01)), SequentialRule.OPTIONS, 4, BLOCK.multipliedBy(5), 1);

        assertThat(replay.run(50, 0.1).open()).isEqualTo(200);
    }

    @Test
    void replay_openBenchmarks_getTheTimeOfDecidedOnes() {
        // Calm ones need 6 blocks, noisy ones 15 or 20, which the 11 of each would not do.
        Replay replay =
                new Replay(List.of(pool(0.001), pool(0.03)), SequentialRule.OPTIONS, 4, BLOCK.multipliedBy(11), 1);

        ReplayRates slower = replay.run(200, 0.05);

        assertThat(slower.blocksUntilDecided().get(slower.blocksUntilDecided().size() - 1))
                .isGreaterThan(11);
    }

    @Test
    void consecutive_calmPairs_usesEachPairOnce() {
        Replay replay =
                new Replay(List.of(pool(0.001), pool(0.001)), SequentialRule.OPTIONS, 4, BLOCK.multipliedBy(24), 1);

        ReplayRates unchanged = replay.consecutive(0);
        ReplayRates slower = replay.consecutive(0.05);

        // 60 pairs are ten times the six that a calm benchmark needs.
        assertThat(unchanged.benchmarks()).isEqualTo(20);
        assertThat(unchanged.equivalent()).isEqualTo(20);
        assertThat(slower.regressed()).isEqualTo(20);
    }

    @Test
    void consecutive_pairsThatDecideNothing_countOnlyWhereABudgetOfThemIsThere() {
        Replay replay = new Replay(List.of(pool(0.5)), SequentialRule.OPTIONS, 4, BLOCK.multipliedBy(24), 1);

        ReplayRates unchanged = replay.consecutive(0);

        // Of 60 pairs, two budgets of 24 are whole and the last twelve are cut off.
        assertThat(unchanged.benchmarks()).isEqualTo(2);
        assertThat(unchanged.open()).isEqualTo(2);
    }

    @Test
    void habit_unchangedForksOfTwoSpeeds_areCalledDifferentAgainAndAgain() {
        Random random = new Random(3);
        List<List<Double>> forks = Stream.generate(() -> {
                    double speed = 0.05 * random.nextGaussian();
                    return Stream.generate(() -> speed + 0.002 * random.nextGaussian())
                            .limit(10)
                            .toList();
                })
                .limit(40)
                .toList();

        OverlapHabit.Habit habit =
                OverlapHabit.replay(List.of(new PairPool("a", ratios(0.07), forks, BLOCK)), 500, 0, 1);

        assertThat((double) (habit.slower() + habit.faster()) / habit.comparisons())
                .isGreaterThan(0.05);
    }

    private static PairPool pool(double deviation) {
        return new PairPool("a", ratios(deviation), List.of(), BLOCK);
    }

    private static List<LogRatio> ratios(double deviation) {
        Random random = new Random(5);
        return Stream.generate(() -> deviation * random.nextGaussian())
                .map(ratio -> new LogRatio(ratio, ratio))
                .limit(60)
                .toList();
    }
}
