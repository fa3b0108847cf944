package org.evenkeel.suite.ab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class SequentialTestTest {

    @Test
    void look_anyBlocks_isStudentsIntervalAtItsShareOfAlpha() {
        double[] ratios = {0.01, -0.004, 0.022, 0.013, 0.006, 0.017};
        SequentialTest test = new SequentialTest(new PlannedLooks(List.of(4, 6), 2), 0.01);

        Look look = test.lookAt(ratios);

        double mean = Arrays.stream(ratios).average().orElseThrow();
        double sum = Arrays.stream(ratios).map(r -> (r - mean) * (r - mean)).sum();
        double half = new TDistribution(5).inverseCumulativeProbability(1 - 0.01 / 2 / 2) * Math.sqrt(sum / 5 / 6);
        assertThat(look.interval().lower()).isCloseTo(mean - half, within(1e-9));
        assertThat(look.interval().upper()).isCloseTo(mean + half, within(1e-9));
        assertThat(look.estimate().pValue()).isCloseTo(new TTest().tTest(0, ratios), within(1e-9));
    }

    @Test
    void shares_ofAllLooks_areTheWhole_andEarlyOnesHaveMostOfIt() {
        PlannedLooks looks = PlannedLooks.DEFAULT;

        assertThat(looks.blocks().stream().mapToDouble(looks::share).sum()).isCloseTo(1, within(1e-12));
        assertThat(looks.share(6)).isEqualTo(looks.share(20)).isCloseTo(0.18, within(1e-12));
        assertThat(looks.share(27)).isEqualTo(looks.share(64)).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void looks_betweenTwoPlannedOnes_areNotTaken() {
        SequentialTest test = new SequentialTest(new PlannedLooks(List.of(4, 6), 2), 0.01);

        assertThat(test.looksAt(new double[3])).isEmpty();
        assertThat(test.looksAt(new double[5])).extracting(Look::blocks).containsExactly(4);
        assertThat(test.looksAt(new double[20])).extracting(Look::blocks).containsExactly(4, 6);
    }

    @Test
    void interval_atTheWorstMomentToStop_missesTheTruthNoMoreOftenThanAlpha() {
        SequentialTest test = new SequentialTest(PlannedLooks.DEFAULT, 0.05);
        Random random = new Random(41);
        int missed = 0;
        int series = 2_000;
        for (int i = 0; i < series; i++) {
            double[] ratios = random.doubles(64)
                    .map(unused -> 0.03 * random.nextGaussian())
                    .toArray();
            missed += test.looksAt(ratios).stream()
                            .anyMatch(look -> !look.interval().contains(0))
                    ? 1
                    : 0;
        }
        // 5 % of 2,000 is 100; looking as often at plain 95 % intervals misses in about 400.
        assertThat(missed).isBetween(20, 100);
    }

    @Test
    void blocksUntil_narrowerThanNow_isThePlannedLookThatIsNarrowEnough() {
        SequentialTest test = new SequentialTest(PlannedLooks.DEFAULT, 0.005);
        double[] ratios =
                new Random(43).doubles(8).map(value -> 0.05 * (value - 0.5)).toArray();
        Look now = test.lookAt(ratios);
        double half = (now.interval().upper() - now.interval().lower()) / 2;

        assertThat(test.blocksUntil(now, 0.99 * half)).isEqualTo(11);
        assertThat(test.blocksUntil(now, half / 100)).isZero();
    }

    @Test
    void plannedLooks_notAscending_areRefused() {
        assertThatThrownBy(() -> new PlannedLooks(List.of(4, 4), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlannedLooks(List.of(2, 4), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlannedLooks(List.of(4, 6), 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlannedLooks(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
