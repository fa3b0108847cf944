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
                .contains(40);
    }

    private static int[] alarms(IntToDoubleFunction amounts) {
        ExactGate gate = new ExactGate(new ExactTolerance(16, 0.01));
        return IntStream.range(0, 60)
                .filter(night -> gate.next(amounts.applyAsDouble(night)).isPresent())
                .toArray();
    }
}
