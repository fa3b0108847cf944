package org.evenkeel.suite.ab.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.SCORE;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.judge;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.row;
import static org.evenkeel.suite.ab.verdict.JudgedBlocks.score;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.ForkReader;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

/** A change of {@code @OutputTimeUnit} is no change of speed. */
class UnitsOfSidesTest {

    @Test
    void judge_unitOfTheCurrentSideIsAThousandTimesSmaller_isEquivalent() {
        Comparison comparison = judge(measured("ms/op", "us/op", 1000));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(comparison.status()).isEqualTo(ExitStatus.OK);
        assertThat(score(comparison).metric().unit()).isEqualTo("ms/op");
        assertThat(score(comparison).current().orElseThrow()).isCloseTo(100, within(3.0));
        assertThat(row(comparison, Forks.MEAN).current().orElseThrow()).isCloseTo(100, within(3.0));
    }

    @Test
    void judge_otherUnitAndAThirdSlower_isRegressedByAThird() {
        Verdict verdict = score(judge(measured("us/op", "ns/op", 1000 * 1.33))).verdict();

        assertThat(verdict).isInstanceOf(Verdict.Regressed.class);
        assertThat(verdict.change().orElseThrow().relative().orElseThrow()).isCloseTo(0.33, within(0.03));
    }

    @Test
    void judge_unitsOfTwoKinds_isIncomparableAndNeverAChange() {
        Comparison comparison = judge(measured("ms/op", "#", 1000));

        assertThat(score(comparison).verdict()).isInstanceOf(Verdict.Incomparable.class);
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void raw_ofTheOtherUnit_isShownInTheUnitOfTheBase() {
        Measured measured = measured("ms/op", "us/op", 1000);

        var raw = Objects.requireNonNull(
                SequentialJudge.raw(List.of(measured), Measured::current).get(SCORE));

        assertThat(raw.unit()).isEqualTo("ms/op");
        assertThat(raw.iterations().get(0)[0]).isCloseTo(100, within(10.0));
    }

    private static Measured measured(String unit, String unitNow, double times) {
        Random random = new Random(5);
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < 8; block++) {
            base.add(fork(unit, random.doubles(15, 98, 102).toArray()));
            current.add(fork(
                    unitNow,
                    Arrays.stream(random.doubles(15, 98, 102).toArray())
                            .map(value -> value * times)
                            .toArray()));
        }
        return new Measured(SCORE, base, current, Optional.empty(), Optional.empty(), Duration.ofSeconds(6));
    }

    private static Fork fork(String unit, double... iterations) {
        String json = new JmhText().addFork("a.B.c", "avgt", unit, iterations).text();
        return ForkReader.read(json.getBytes(StandardCharsets.UTF_8), "fork.json");
    }
}
