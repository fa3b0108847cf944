package org.evenkeel.compare.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShiftTest {

    @Test
    void between_publishedExample_hasItsEstimateAndStatistic() {
        // Permeability of the human chorioamnion at term and at 12 to 26 weeks (Hollander and Wolfe 1999, table 4.1):
        // W = 30 of at most 50, and an estimated difference of 0.305 between the two.
        double[] term = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
        double[] weeks = {1.15, 0.88, 0.90, 0.74, 1.21};

        Shift shift = Shift.between(weeks, term);

        assertThat(shift.estimate()).isCloseTo(0.305, within(1e-9));
        double pairs = shift.z() * Math.sqrt(50.0 * 16 / 12) + 25;
        assertThat(pairs).isCloseTo(35, within(1e-9));
    }

    @Test
    void between_swapped_isNegated() {
        double[] one = {1, 4, 2, 8, 5};
        double[] other = {3, 9, 7, 6};

        Shift there = Shift.between(one, other);
        Shift back = Shift.between(other, one);

        assertThat(back.estimate()).isEqualTo(-there.estimate());
        assertThat(back.z()).isCloseTo(-there.z(), within(1e-12));
        assertThat(back.interval()).isEqualTo(there.interval().negated());
    }

    @Test
    void between_normalValues_coversTheTruthAsOftenAsItSays() {
        Random random = new Random(61);
        int covered = 0;
        for (int i = 0; i < 2000; i++) {
            covered += Shift.between(normal(random, 12, 0), normal(random, 20, 0.7))
                            .interval()
                            .contains(0.7)
                    ? 1
                    : 0;
        }
        // 99 % of 2,000, give or take four standard deviations.
        assertThat(covered).isBetween(1962, 2000);
    }

    private static double[] normal(Random random, int count, double mean) {
        return random.doubles(count)
                .map(ignored -> mean + random.nextGaussian())
                .toArray();
    }
}
