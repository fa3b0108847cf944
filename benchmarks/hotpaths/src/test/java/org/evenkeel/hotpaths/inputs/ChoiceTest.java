package org.evenkeel.hotpaths.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChoiceTest {

    private static final Offset<Double> ROUNDING = within(1e-12);

    /** Reference: the harmonic number H(10) is 7381/2520 exactly. */
    @Test
    void zipf_exponentOneOfTen_hasTheHarmonicProbabilities() {
        double[] probabilities = Choice.zipf(10, 1).probabilities();

        for (int i = 0; i < 10; i++) {
            assertThat(probabilities[i]).isCloseTo(2520.0 / 7381 / (i + 1), ROUNDING);
        }
    }

    @Test
    void weighted_fiveThreeOne_hasNinths() {
        assertThat(Choice.weighted(5, 3, 1).probabilities())
                .containsExactly(new double[] {5 / 9.0, 3 / 9.0, 1 / 9.0}, ROUNDING);
    }

    @Test
    void weighted_zeroWeight_isNeverDrawn() {
        Choice choice = Choice.weighted(1, 0, 2);
        SplittableRandom random = new SplittableRandom(7);

        for (int i = 0; i < 100_000; i++) {
            assertThat(choice.next(random)).isNotEqualTo(1);
        }
    }

    @Test
    void uniform_ofAnySize_givesEachTheSame() {
        for (int n : new int[] {1, 2, 3, 1000}) {
            assertThat(Choice.uniform(n).probabilities()).hasSize(n).containsOnly(new double[] {1.0 / n}, ROUNDING);
        }
    }

    @TestFactory
    Stream<DynamicTest> weighted_randomWeights_keepTheirShares() {
        return LongStream.range(0, 20)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    double[] weights = random.doubles(random.nextInt(1, 500))
                            .map(u -> Math.pow(u, 8))
                            .toArray();
                    double total = Arrays.stream(weights).sum();
                    double[] shares =
                            Arrays.stream(weights).map(weight -> weight / total).toArray();

                    assertThat(Choice.weighted(weights).probabilities()).containsExactly(shares, within(1e-9));
                }));
    }

    /**
     * Pearson's chi-squared with 9 degrees of freedom stays below 27.88 but for one sample in a thousand (table of the
     * distribution); the seeds are fixed, so the test is not random.
     */
    @TestFactory
    Stream<DynamicTest> next_manyDraws_followTheProbabilities() {
        return LongStream.range(0, 5)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    Choice choice = Choice.zipf(10, 1);
                    SplittableRandom random = new SplittableRandom(seed);
                    int draws = 100_000;
                    int[] seen = new int[10];
                    for (int i = 0; i < draws; i++) {
                        seen[choice.next(random)]++;
                    }

                    double chiSquared = 0;
                    for (int i = 0; i < 10; i++) {
                        double expected = draws * 2520.0 / 7381 / (i + 1);
                        chiSquared += (seen[i] - expected) * (seen[i] - expected) / expected;
                    }
                    assertThat(chiSquared).isLessThan(27.88);
                }));
    }

    @Test
    void constructor_impossibleWeights_isRefused() {
        for (double[] weights : List.of(
                new double[] {}, new double[] {0, 0}, new double[] {1, -1}, new double[] {Double.NaN}, new double[] {
                    Double.POSITIVE_INFINITY
                })) {
            assertThatThrownBy(() -> Choice.weighted(weights))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected");
        }
        assertThatThrownBy(() -> Choice.zipf(0, 1)).hasMessageContaining("found 0");
    }
}
