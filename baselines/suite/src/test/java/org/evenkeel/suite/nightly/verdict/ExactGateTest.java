package org.evenkeel.suite.nightly.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.evenkeel.compare.verdict.Options.ExactTolerance;
import org.junit.jupiter.api.Test;

/** Allocation night by night. */
class ExactGateTest {

    @Test
    void amounts_thatBecomeMoreThanTheTolerance_alarmOnTheNight_zerosIncluded() {
        assertThat(alarms(night -> night < 40 ? 0.0005 : 240)).containsExactly(40);
        assertThat(alarms(night -> night < 40 ? 0 : 4096)).containsExactly(40);
        assertThat(alarms(night -> night < 40 ? 1000 : 1025)).containsExactly(40);
        assertThat(alarms(night -> night < 1 ? 0 : 4096)).containsExactly(1);
    }

    @Test
    void firstNights_thatDifferByAPercentOrTwo_doNotAlarm_andAStepOfATenthDoes() {
        assertThat(alarms(night -> night < 1 ? 24_778 : 25_096)).doesNotContain(1, 2, 3, 4);
        assertThat(alarms(night -> night < 2 ? 1000 : 1100)).containsExactly(2);
        assertThat(alarms(night -> night < 5 ? 1000 : 1025)).containsExactly(5);
    }

    @Test
    void nextToNothing_howeverLargeAShareItMovesBy_neverAlarms() {
        Random random = new Random(3);

        assertThat(alarms(night -> 0.04 * Math.exp(0.5 * random.nextGaussian())))
                .isEmpty();
        assertThat(alarms(night -> 1000 + 4 * random.nextGaussian())).isEmpty();
        assertThat(alarms(night -> night < 40 ? 4096 : 0)).isEmpty();
    }

    @Test
    void amounts_thatDifferByThemselves_alarmBeyondThatOnly() {
        assertThat(alarms(night -> 1000 + 15 * (night % 5) + (night < 40 ? 0 : 20)))
                .as("a fifth of a percent more than the nights themselves differ by")
                .doesNotContain(40, 45, 50, 55);
        assertThat(alarms(night -> 1000 + 15 * (night % 5) + (night < 40 ? 0 : 500)))
                .as("known a night later")
                .contains(41);
    }

    @Test
    void amounts_thatStepMoreThanOnce_areSaidOnceEach() {
        assertThat(alarms(night -> night < 30 || night >= 35 ? 4096 : 0))
                .as("a fix that is reverted")
                .containsExactly(35);
        assertThat(alarms(night -> night < 30 ? 1000 : night < 34 ? 2000 : 3000))
                .containsExactly(30, 34);
        assertThat(alarms(night -> night < 30 ? 1000 : night < 32 ? 3000 : night < 37 ? 1000 : 2000))
                .as("less than an earlier step that was taken back")
                .startsWith(30)
                .hasSize(2)
                .matches(nights -> nights[1] >= 37 && nights[1] < 37 + 10);
        assertThat(alarms(night -> night < 30 ? 1000 : night < 33 ? 4000 : 2000))
                .as("a step of which a part stays")
                .containsExactly(30);
    }

    @Test
    void oneNightOfLess_isNoNewLevel() {
        assertThat(alarms(night -> night == 30 || night == 40 || night == 41 ? 0 : 4096))
                .isEmpty();
    }

    @Test
    void amounts_thatGoToAndFro_seldomAlarmAndAreFoundWhereTheyStay() {
        int alarmed = 0;
        int found = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            boolean isTwoModes = seed % 2 == 0;
            double[] calm = random.doubles(60)
                    .map(any -> isTwoModes ? (any < 0.3 ? 4096 : 0) : 1000 + 50 * random.nextGaussian())
                    .toArray();
            alarmed += IntStream.of(alarms(night -> calm[night])).anyMatch(night -> night >= 12) ? 1 : 0;
            found += IntStream.of(alarms(night -> calm[night] + (night < 45 ? 0 : 6000)))
                            .anyMatch(night -> night >= 45)
                    ? 1
                    : 0;
        }
        assertThat(alarmed).isLessThanOrEqualTo(15);
        assertThat(found).isEqualTo(100);
    }

    @Test
    void amounts_whoseForksDiffer_takeTwoNights() {
        assertThat(withForks(night -> night == 30 ? 1500 : 1000, 0.1))
                .as("one bad night")
                .isEmpty();
        assertThat(withForks(night -> night < 30 ? 1000 : 1500, 0.1)).containsExactly(31);
        assertThat(withForks(night -> night < 30 ? 1000 : 1050, 0.1))
                .as("less than forks differ by, but for good")
                .containsExactly(39);
        assertThat(withForks(night -> night < 30 ? 1000 : 1500, 0.001)).containsExactly(30);
    }

    @Test
    void oneNightOfManyTimesAsMuch_whereForksDiffer_isLeftOpen() {
        ExactGate gate = new ExactGate(new ExactTolerance(16, 0.01));
        for (int night = 0; night < 20; night++) {
            gate.next(1000, 100);
            assertThat(gate.suspicion()).isEmpty();
        }
        assertThat(gate.next(10_000, 1000)).isEmpty();
        assertThat(gate.isFarBeyond()).isTrue();
        assertThat(gate.suspicion()).hasValue(9);
    }

    private static int[] withForks(IntToDoubleFunction amounts, double range) {
        ExactGate gate = new ExactGate(new ExactTolerance(16, 0.01));
        return IntStream.range(0, 60)
                .filter(night -> {
                    double amount = amounts.applyAsDouble(night);
                    return gate.next(amount, range * amount).isPresent();
                })
                .toArray();
    }

    private static int[] alarms(IntToDoubleFunction amounts) {
        ExactGate gate = new ExactGate(new ExactTolerance(16, 0.01));
        return IntStream.range(0, 60)
                .filter(night -> gate.next(amounts.applyAsDouble(night)).isPresent())
                .toArray();
    }
}
