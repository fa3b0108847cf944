package org.evenkeel.suite.nightly.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Times night by night, where little is known yet, or noise is wide. */
class NightGateTest {

    @Test
    void doubling_beforeThereAreEnoughNights_isSaid() {
        for (int step = 1; step < 12; step++) {
            Random random = new Random(step);
            int from = step;
            assertThat(alarms(30, night -> 0.01 * random.nextGaussian() + (night < from ? 0 : Math.log(2))))
                    .as("step on night " + step)
                    .containsExactly(step + 1);
        }
    }

    @Test
    void wideNoise_hidesNoFactorOfTen_andSeldomOneOfTwo() {
        int doubled = 0;
        int alarmed = 0;
        int series = 40;
        for (int seed = 0; seed < series; seed++) {
            double deviation = 0.1 + 0.15 * seed / series;
            assertThat(alarms(90, noisy(seed, deviation, Math.log(10)))).anyMatch(night -> night >= 40);
            doubled += alarms(90, noisy(seed, deviation, Math.log(2))).stream().anyMatch(night -> night >= 40) ? 1 : 0;
            alarmed += alarms(90, noisy(seed, deviation, 0)).isEmpty() ? 0 : 1;
        }
        assertThat(doubled).isGreaterThanOrEqualTo(36);
        assertThat(alarmed).isLessThanOrEqualTo(4);
    }

    @Test
    void doublingBesideWideNoise_isNotForgottenBecauseTwoNightsPassTheLimitByLittle() {
        int found = 0;
        for (int seed = 0; seed < 100; seed++) {
            double deviation = 0.2 + 0.001 * seed;
            found += alarms(80, noisy(seed, deviation, Math.log(2))).stream().anyMatch(night -> night >= 40) ? 1 : 0;
        }
        // All when written; 86 while such nights began a new level that nobody was told of.
        assertThat(found).isGreaterThanOrEqualTo(96);
    }

    @Test
    void oneOutlierAmongTheFirstNights_doesNotHideADoubling() {
        for (int outlier = 1; outlier < 6; outlier++) {
            Random random = new Random(outlier);
            int at = outlier;
            assertThat(alarms(
                            30,
                            night -> 0.01 * random.nextGaussian()
                                    + (night == at ? Math.log(2) : 0)
                                    + (night < 8 ? 0 : Math.log(2))))
                    .as("outlier on night " + outlier)
                    .containsExactly(9);
        }
    }

    private static IntToDoubleFunction noisy(int seed, double deviation, double step) {
        Random random = new Random(seed);
        return night -> deviation * random.nextGaussian() + (night < 40 ? 0 : step);
    }

    private static List<Integer> alarms(int nights, IntToDoubleFunction values) {
        NightGate gate = new NightGate(Sensitivity.of(30));
        List<Integer> alarms = new ArrayList<>();
        for (int night = 0; night < nights; night++) {
            if (gate.next(values.applyAsDouble(night)).isPresent()) {
                alarms.add(night);
            }
        }
        return alarms;
    }
}
