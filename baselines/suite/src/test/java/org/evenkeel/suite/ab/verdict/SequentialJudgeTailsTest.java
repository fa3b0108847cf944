package org.evenkeel.suite.ab.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.SCORE;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.fork;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.judge;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.row;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.score;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.ForkReader;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

/** What the judge makes of percentiles far out, which a change can lengthen and leave the rest as it is. */
class SequentialJudgeTailsTest {

    @Test
    void judge_longerTailAlone_isRegressedAndFailsTheComparison() {
        Comparison comparison = judge(withTails(1, 1.8, 3));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(row(comparison, "latency.p99").verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(row(comparison, "latency.p99").gated()).isTrue();
        // Said once.
        assertThat(row(comparison, "latency.p99.9").verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(row(comparison, "latency.p99.9").gated()).isFalse();
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void judge_farTailAlone_isRegressedAsWell() {
        Comparison comparison = judge(withTails(1, 1, 3));

        assertThat(row(comparison, "latency.p99").gated()).isFalse();
        assertThat(row(comparison, "latency.p99.9").gated()).isTrue();
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void judge_tailsWithinAQuarter_leaveTheComparisonAsItIs() {
        Comparison comparison = judge(withTails(1, 1.2, 0.85));

        assertThat(row(comparison, "latency.p99").verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.setAside()).isTrue());
        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void judge_allSlowerAndTailsToo_isSaidOnce() {
        Comparison comparison = judge(withTails(1.5, 1.5, 1.5));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Regressed.class);
        assertThat(row(comparison, "latency.p99").gated()).isFalse();
        assertThat(row(comparison, "latency.p99.9").gated()).isFalse();
    }

    @Test
    void judge_fasterButWithALongerTail_isRegressed() {
        Comparison comparison = judge(withTails(0.8, 1.9, 2));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Improved.class);
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    /** Ten samples beyond a percentile are there in one fork and not in the other. */
    @Test
    void judge_tailOfSomeForksOnly_isNeitherAddedNorRemovedNorJudged() {
        Measured whole = withTails(1, 3, 3);
        List<Fork> base = new ArrayList<>(whole.base());
        base.set(3, fork(100));

        Comparison comparison = judge(
                new Measured(SCORE, base, whole.current(), Optional.empty(), Optional.empty(), Duration.ofSeconds(6)));

        assertThat(comparison.rows())
                .extracting(row -> row.metric().name())
                .containsExactly("score", "score.fast-quarter", "score.mean");
    }

    /** Eight blocks, each number of the current side times its factor. */
    private static Measured withTails(double score, double p99, double p999) {
        Random random = new Random(73);
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < 8; block++) {
            base.add(withTails(random, 100, 3_000, 50_000));
            current.add(withTails(random, 100 * score, 3_000 * p99, 50_000 * p999));
        }
        return new Measured(SCORE, base, current, Optional.empty(), Optional.empty(), Duration.ofSeconds(6));
    }

    private static Fork withTails(Random random, double score, double p99, double p999) {
        String json = new JmhText()
                .add(
                        "a.B.c",
                        "avgt",
                        1,
                        Map.of(),
                        "ns/op",
                        Map.of(
                                "latency.p99",
                                new double[] {p99 * Math.exp(0.03 * random.nextGaussian())},
                                "latency.p99.9",
                                new double[] {p999 * Math.exp(0.05 * random.nextGaussian())}),
                        score * Math.exp(0.01 * random.nextGaussian()))
                .text();
        return ForkReader.read(json.getBytes(StandardCharsets.UTF_8), "fork.json");
    }
}
