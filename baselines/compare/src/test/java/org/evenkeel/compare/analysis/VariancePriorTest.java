package org.evenkeel.compare.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariancePriorTest {

    private static final VariancePrior ASSUMED = new VariancePrior(1, 1);

    /** Reference values: root of scipy.special.polygamma(1, y) = value, SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "0.001, 1000.499916666682",
        "0.2, 5.4834517798530475",
        "1, 1.4262551202150788",
        "5, 0.496168734704107",
        "300, 0.057881450357372924"
    })
    void inverseTrigamma_agreesWithScipy(double value, double expected) {
        assertThat(VariancePrior.inverseTrigamma(value)).isCloseTo(expected, within(1e-8 * expected));
    }

    @Test
    void fit_variancesDrawnFromAPrior_findsIt() {
        // Benchmarks whose true variance is 4 * 6 / chi-square(6), each seen with 3 degrees of freedom.
        Random random = new Random(11);
        List<Variance> drawn = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            double truth = 4.0 * 6 / chiSquare(random, 6);
            drawn.add(new Variance(truth * chiSquare(random, 3), 3));
        }

        VariancePrior prior = VariancePrior.fit(drawn, ASSUMED);

        assertThat(prior.variance()).isCloseTo(4, within(0.05));
        assertThat(prior.degreesOfFreedom()).isCloseTo(6, within(0.25));
    }

    @Test
    void fit_variancesThatAreAllAlike_trustsTheOthersMost() {
        Random random = new Random(13);
        List<Variance> drawn = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            drawn.add(new Variance(2 * chiSquare(random, 4), 4));
        }

        VariancePrior prior = VariancePrior.fit(drawn, ASSUMED);

        assertThat(prior.variance()).isCloseTo(2, within(0.06));
        assertThat(prior.degreesOfFreedom()).isEqualTo(10);
    }

    @Test
    void fit_fewerThanThreeBenchmarks_isWhatIsAssumed() {
        assertThat(VariancePrior.fit(List.of(new Variance(1, 3), new Variance(2, 3), Variance.UNKNOWN), ASSUMED))
                .isEqualTo(ASSUMED);
    }

    @Test
    void fit_forksThatAgreeToTheLastDigit_stillHasAVariance() {
        Variance same = Variance.of(3, 3, 3);

        assertThat(VariancePrior.fit(List.of(same, same, same), ASSUMED).variance())
                .isPositive();
    }

    @Test
    void moderate_ownVariance_liesBetweenItsOwnAndThePriors() {
        Variance moderated = new VariancePrior(4, 2).moderate(new Variance(2, 2));

        assertThat(moderated).isEqualTo(new Variance(10, 4));
        assertThat(moderated.value()).isEqualTo(2.5);
    }

    private static double chiSquare(Random random, int degreesOfFreedom) {
        double sum = 0;
        for (int i = 0; i < degreesOfFreedom; i++) {
            double normal = random.nextGaussian();
            sum += normal * normal;
        }
        return sum;
    }
}
