package org.evenkeel.suite.nightly.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.evenkeel.compare.analysis.changepoint.Shift;
import org.junit.jupiter.api.Test;

/** The nights of a level. */
class LevelTest {

    @Test
    void driftZ_ofAnyNights_isThatOfTheWholeShift() {
        Random random = new Random(43);
        Level level = new Level();
        for (int night = 0; night < 200; night++) {
            if (night == 120) {
                level.beginWith(level.last(Level.DRIFT_RECENT));
            }
            level.add(random.nextGaussian() + 0.01 * night);
            if (level.size() > Level.DRIFT_GAP) {
                Shift shift = Shift.between(
                        level.before(Level.DRIFT_GAP, Level.DRIFT_REFERENCE), level.last(Level.DRIFT_RECENT));
                assertThat(level.driftZ()).isCloseTo(shift.z(), within(1e-12));
            }
        }
    }
}
