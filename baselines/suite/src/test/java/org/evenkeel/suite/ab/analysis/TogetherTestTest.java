package org.evenkeel.suite.ab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TogetherTestTest {

    private static final TogetherTest TEST = new TogetherTest(0.005);

    /** The four forms of a path: two that are quiet, two with crowds that swing. */
    private static final double[] DEVIATIONS = {0.03, 0.05, 0.1, 0.15};

    @Test
    void lookAt_oneBenchmarkAlone_hasNothingToPutTogether() {
        assertThat(TEST.lookAt(List.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.1}), 3))
                .isEmpty();
    }

    @Test
    void lookAt_eachAllButSure_isSureTogether() {
        double[] each = {0.08, 0.10, 0.12};

        TogetherTest.Together look =
                TEST.lookAt(List.of(each, each, each, each), 3).orElseThrow();

        assertThat(look.difference()).isCloseTo(0.1, within(0.001));
        assertThat(look.interval().lower()).isBetween(0.0, 0.1);
        assertThat(look.pValue()).isLessThan(0.0005);
        assertThat(TEST.isSlower(
                        List.of(each, each, each, each), 3, look.interval().lower() - 1e-6))
                .isTrue();
        assertThat(TEST.isSlower(
                        List.of(each, each, each, each), 3, look.interval().lower() + 1e-6))
                .isFalse();
        assertThat(new SequentialTest(new PlannedLooks(List.of(3), 1), 0.005)
                        .lookAt(each)
                        .interval()
                        .lower())
                .isNegative();
    }

    @Test
    void lookAt_blocksBehindTheRounds_changeNothing() {
        double[] few = {0.1, 0.11, 0.12};
        double[] more = {0.1, 0.11, 0.12, 5};

        assertThat(TEST.lookAt(List.of(more, more), 3)).isEqualTo(TEST.lookAt(List.of(few, few), 3));
    }

    @Test
    void lookAt_sidesChanged_isTheOppositeOfIt() {
        List<double[]> blocks = List.of(new double[] {0.1, 0.2, 0.12}, new double[] {0.0, 0.11, 0.3});
        List<double[]> swapped = List.of(new double[] {-0.1, -0.2, -0.12}, new double[] {0.0, -0.11, -0.3});

        TogetherTest.Together look = TEST.lookAt(blocks, 3).orElseThrow();
        TogetherTest.Together other = TEST.lookAt(swapped, 3).orElseThrow();

        assertThat(other.difference()).isCloseTo(-look.difference(), within(1e-9));
        assertThat(other.interval().upper()).isCloseTo(-look.interval().lower(), within(1e-9));
        assertThat(other.pValue()).isCloseTo(look.pValue(), within(1e-9));
    }

    @Test
    void lookAt_twoBlocksThatAgreeByChance_areNoSign() {
        double[] agree = {0.15, 0.15};

        TogetherTest.Together look = TEST.lookAt(List.of(agree, agree), TogetherTest.ROUNDS_OF_THE_LARGE)
                .orElseThrow();

        assertThat(look.interval().lower()).isLessThan(Math.log1p(TogetherTest.LARGE));
    }

    /** By how many of a thousand runs all looks up to the tenth round call it slower by more than 3 %. */
    @ParameterizedTest
    @CsvSource({"0, 0, 3", "0.1, 970, 1000", "0.2, 1000, 1000", "1.0, 1000, 1000"})
    @Tag("simulation")
    void lookAt_simulatedForms_findsWhatIsThereAndNothingElse(double slowdown, int least, int most) {
        Random random = new Random(17);
        int found = 0;
        for (int run = 0; run < 1000; run++) {
            List<double[]> blocks = new ArrayList<>();
            for (double deviation : DEVIATIONS) {
                blocks.add(random.doubles(10)
                        .map(any -> Math.log1p(slowdown) + deviation * random.nextGaussian())
                        .toArray());
            }
            boolean slower = false;
            for (int rounds = TogetherTest.ROUNDS_OF_THE_LARGE; rounds <= 10; rounds++) {
                double effect = Math.log1p(rounds == TogetherTest.ROUNDS_OF_THE_LARGE ? TogetherTest.LARGE : 0.03);
                slower |= TogetherTest.isLook(rounds) && TEST.isSlower(blocks, rounds, effect);
            }
            found += slower ? 1 : 0;
        }

        assertThat(found).isBetween(least, most);
    }
}
