package org.evenkeel.suite.ab.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.SCORE;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.fork;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.judge;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.measured;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.row;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.score;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.report.ClaimWords;
import org.evenkeel.compare.report.JsonReport;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.ForkReader;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

class SequentialJudgeTest {

    @Test
    void judge_tenPercentSlower_isRegressedAndNamesItsInterval() {
        Comparison comparison = judge(measured(8, 1.10, Optional.empty(), Optional.empty()));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(score(comparison)
                        .verdict()
                        .change()
                        .orElseThrow()
                        .interval()
                        .orElseThrow()
                        .lower())
                .isGreaterThan(0.01)
                .isLessThan(0.10);
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void judge_sidesSwapped_isImproved() {
        assertThat(score(judge(measured(8, 1 / 1.10, Optional.empty(), Optional.empty())))
                        .verdict())
                .isInstanceOf(Verdict.Improved.class);
    }

    @Test
    void judge_nothingChanged_isEquivalentAndGatesNothingButTheScore() {
        Comparison comparison = judge(measured(8, 1, Optional.empty(), Optional.empty()));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(comparison.rows().stream().filter(row -> !row.gated()))
                .extracting(row -> row.metric().name())
                .containsExactly("score.fast-quarter", "score.mean");
        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void judge_beforeTheFirstLook_isInconclusiveWhateverTheBlocksShow() {
        Comparison comparison = judge(measured(3, 3, Optional.empty(), Optional.empty()));

        assertThat(score(comparison).verdict())
                .isEqualTo(new Verdict.Inconclusive(
                        Optional.empty(),
                        false,
                        "3 of the 4 blocks that the first look needs; give it more time (--budget, --resume)"));
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void judge_blocksThatABusyMachineTook_areTheReasonAndNotTooLittleTime() {
        String hindrance = "4 blocks were thrown away, the last because others used 75 % of the machine";
        Measured disturbed = disturbed(3, hindrance);

        assertThat(score(judge(disturbed)).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason())
                                .isEqualTo("3 of the 4 blocks that the first look needs; " + hindrance));
    }

    @Test
    void judge_twiceAsSlow_isRegressedAfterFourBlocks() {
        assertThat(score(judge(measured(4, 2, Optional.empty(), Optional.empty())))
                        .verdict())
                .isInstanceOf(Verdict.Regressed.class);
        assertThat(score(judge(measured(4, 0.5, Optional.empty(), Optional.empty())))
                        .verdict())
                .isInstanceOf(Verdict.Improved.class);
        assertThat(score(judge(measured(4, 1.25, Optional.empty(), Optional.empty())))
                        .verdict())
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void judge_tooNoisyToDecide_saysWhatIsExcluded() {
        Row open = score(judge(noisy(8)));

        assertThat(open.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason())
                                .matches(
                                        "too close to call within 5.00 %; a slowdown of [0-9.]+ % or more is excluded; .*"));
        double excluded = open.verdict()
                .change()
                .flatMap(Change::evidence)
                .flatMap(Evidence::excluded)
                .orElseThrow()
                .slowdown();
        double upper =
                open.verdict().change().flatMap(Change::interval).orElseThrow().upper();
        assertThat(excluded).isGreaterThan(0.05).isLessThan(upper);
    }

    @Test
    void claim_ofEquivalentTimes_isLimitedToWhatTheBlocksCanShow() {
        Comparison comparison = judge(measured(6, 1, Optional.empty(), Optional.empty()));

        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
        double excluded = PathJudged.excluded(score(comparison)).orElseThrow();
        assertThat(comparison.times().ruledOut().orElseThrow()).isGreaterThanOrEqualTo(excluded);
        assertThat(ClaimWords.of(comparison))
                .singleElement()
                .asString()
                .endsWith(" % at the most, unless it shows in fewer than 40 % of forks.");
        assertThat(JsonReport.render(comparison)).contains("\"ruledOutShareOfForks\" : 0.39");
    }

    /** The main job stops there when each form excludes a quarter and all of them exclude 5 %: it has to be told. */
    @Test
    void judge_fourBlocksOfUnchangedCode_sayWhatTheyExclude() {
        Row open = score(judge(measured(4, 1, Optional.empty(), Optional.empty())));

        assertThat(open.verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(PathJudged.excluded(open).orElseThrow()).isBetween(0.0, PathJudged.MOST_EXCLUDED);
    }

    @Test
    void judge_fourBlocksThatABusyMachineLeft_haveThatForAReasonToo() {
        Measured disturbed = disturbed(4, "4 blocks were thrown away");

        assertThat(score(judge(disturbed)).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).endsWith("is excluded; 4 blocks were thrown away"));
    }

    /** Unchanged blocks beside which others were lost. */
    private static Measured disturbed(int blocks, String hindrance) {
        Measured calm = measured(blocks, 1, Optional.empty(), Optional.empty());
        return new Measured(
                calm.identity(),
                calm.base(),
                calm.current(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hindrance),
                calm.blockTime());
    }

    /** Unchanged blocks that differ by some 8 %. */
    private static Measured noisy(int blocks) {
        Random random = new Random(71);
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            base.add(fork(100));
            current.add(fork(100 * Math.exp(0.08 * random.nextGaussian())));
        }
        return new Measured(SCORE, base, current, Optional.empty(), Optional.empty(), Duration.ofSeconds(6));
    }

    @Test
    void judge_halfOfTheSlicesTwiceAsSlow_isNoLargeChangeOfBothNumbers() {
        assertThat(judge(withSlices(4, 5, 8)).status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void judge_exactMetricBeforeTheFirstLook_isInconclusive() {
        Row early = row(judge(allocating(3)), "gc.alloc.rate.norm");
        Row late = row(judge(allocating(4)), "gc.alloc.rate.norm");

        assertThat(early.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).startsWith("3 of the 4 blocks"));
        assertThat(late.verdict()).isInstanceOf(Verdict.Regressed.class);
    }

    /** Blocks whose current side allocates an eighth more. */
    private static Measured allocating(int blocks) {
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            base.add(allocating(70_000.0));
            current.add(allocating(79_000.0));
        }
        return new Measured(SCORE, base, current, Optional.empty(), Optional.empty(), Duration.ofSeconds(6));
    }

    private static Fork allocating(double bytes) {
        String json = new JmhText()
                .add("a.B.c", "avgt", 1, Map.of(), "ns/op", Map.of("gc.alloc.rate.norm", new double[] {bytes}), 100)
                .text();
        return ForkReader.read(json.getBytes(StandardCharsets.UTF_8), "fork.json");
    }

    @Test
    void judge_brokenCurrentSide_isInvalid() {
        Comparison comparison = judge(measured(0, 1, Optional.of("an invariant broke"), Optional.empty()));

        assertThat(score(comparison).verdict()).isEqualTo(new Verdict.Invalid("an invariant broke"));
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void judge_notJudged_isInconclusiveWithTheReason() {
        Comparison comparison = judge(measured(0, 1, Optional.empty(), Optional.of("not judged: a busy machine")));

        assertThat(score(comparison).verdict())
                .isEqualTo(new Verdict.Inconclusive(Optional.empty(), false, "not judged: a busy machine"));
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    /** What was not measured has the direction of its mode, and no numbers from which one could be taken. */
    @Test
    void judge_notMeasured_hasTheDirectionOfItsMode() {
        assertThat(unmeasured("thrpt").metric().direction()).isEqualTo(Direction.LARGER_IS_BETTER);
        for (String mode : List.of("avgt", "sample", "ss")) {
            assertThat(unmeasured(mode).metric().direction()).isEqualTo(Direction.SMALLER_IS_BETTER);
        }
        assertThat(unmeasured("thrpt").verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(unmeasured("thrpt").verdict().change()).isEmpty();
    }

    private static Row unmeasured(String mode) {
        Identity identity = new Identity("a.B.c", mode, 1, new TreeMap<>(), "score");
        return judge(new Measured(
                        identity, List.of(), List.of(), Optional.empty(), Optional.empty(), Duration.ofSeconds(6)))
                .rows()
                .get(0);
    }

    @Test
    void rule_moreBenchmarksThanTen_sharesTheErrorOfARun() {
        assertThat(SequentialRule.of(SequentialRule.OPTIONS, 1).alpha()).isCloseTo(0.005, within(1e-12));
        assertThat(SequentialRule.of(SequentialRule.OPTIONS, 50).alpha()).isCloseTo(0.001, within(1e-12));
    }

    @Test
    void judge_fewSlicesTwiceAsSlow_areSeenByTheMeanAlone() {
        Comparison comparison = judge(withSlices(8, 4, 2));

        assertThat(row(comparison, "score.mean").verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(row(comparison, "score.mean").gated()).isTrue();
        assertThat(score(comparison).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reason()).contains("most slices are alike"));
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void judge_allSlicesSlower_isSaidOnce() {
        Comparison comparison = judge(withSlices(8, 20, 1.1));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(row(comparison, "score.mean").verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(row(comparison, "score.mean").gated()).isFalse();
    }

    @Test
    void judge_oneSliceThatTheMachineSpoilt_isNotSeenByTheMiddleHalf() {
        // In every other block it is the other side's.
        Comparison comparison = judge(withSlices(8, -1, 3));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(row(comparison, "score.mean").gated()).isFalse();
        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
    }

    /**
     * Blocks of twenty slices.
     *
     * @param slow how many of them are slower by a factor on the current side in each block; -1 for one, on the sides in turn
     */
    private static Measured withSlices(int blocks, int slow, double factor) {
        Random random = new Random(67);
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            double[] before = random.doubles(20, 100, 101).toArray();
            double[] now = random.doubles(20, 100, 101).toArray();
            double[] slowed = slow < 0 && block % 2 == 0 ? before : now;
            for (int slice = 0; slice < Math.abs(slow); slice++) {
                slowed[(7 * slice + 3) % 20] *= factor;
            }
            base.add(fork(before));
            current.add(fork(now));
        }
        return new Measured(SCORE, base, current, Optional.empty(), Optional.empty(), Duration.ofSeconds(6));
    }
}
