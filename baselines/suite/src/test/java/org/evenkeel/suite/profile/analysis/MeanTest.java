package org.evenkeel.suite.profile.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against what R 4 prints of {@code sleep}, Student's data on hours of sleep (1908, doi:10.2307/2331554). */
class MeanTest {

    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** {@code t.test(extra ~ group, data = sleep)}: -1.58, from -3.3654832 to 0.2054832. */
    @Test
    void difference_ofStudentsSleep_isWelchsIntervalByR() {
        Mean difference = Mean.difference(SECOND, FIRST);

        assertThat(difference.value()).isCloseTo(-1.58, within(1e-9));
        assertThat(difference.interval().orElseThrow().lower()).isCloseTo(-3.3654832, within(1e-6));
        assertThat(difference.interval().orElseThrow().upper()).isCloseTo(0.2054832, within(1e-6));
    }

    @Test
    void oneFork_hasNoInterval() {
        assertThat(Mean.of(new double[] {5}).interval()).isEmpty();
        assertThat(Mean.difference(new double[] {5}, FIRST).isSurelyAbove()).isFalse();
    }

    @Test
    void difference_ofUnchangedForks_standsOutInAboutOneOfTwenty() {
        Random random = new Random(11);
        int out = 0;
        int rounds = 4_000;
        for (int i = 0; i < rounds; i++) {
            Mean difference = Mean.difference(forks(random, 100), forks(random, 100));
            out += difference.isSurelyAbove() || difference.isSurelyBelow() ? 1 : 0;
        }

        // Welch's test is a little too careful with three forks on each side.
        assertThat((double) out / rounds).isBetween(0.015, 0.06);
    }

    @Test
    void difference_ofAPlantedChange_isFoundWithItsSign() {
        Random random = new Random(12);
        int found = 0;
        for (int i = 0; i < 1_000; i++) {
            found += Mean.difference(forks(random, 100), forks(random, 120)).isSurelyAbove() ? 1 : 0;
        }

        assertThat(found).isGreaterThan(900);
    }

    /** Three forks around a mean, with a noise of 3 %. */
    private static double[] forks(Random random, double mean) {
        return random.doubles(3)
                .map(unused -> mean * (1 + 0.03 * random.nextGaussian()))
                .toArray();
    }
}
