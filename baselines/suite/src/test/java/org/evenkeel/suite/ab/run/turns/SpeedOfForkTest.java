package org.evenkeel.suite.ab.run.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpeedOfForkTest {

    private final SpeedOfFork fork = new SpeedOfFork();

    @Test
    void slicesOfOneSpeed_andThoseThatGetFaster_areNotSuddenlySlow() {
        assertThat(DoubleStream.of(150, 190, 160, 110, 220).filter(fork::isSuddenlySlow))
                .isEmpty();
    }

    /** A fork of {@code verification}, in operations per millisecond. */
    @Test
    void sliceAtASixthOfTheBest_isSuddenlySlow_andTheBestStays() {
        assertThat(DoubleStream.of(175, 33, 168, 33).filter(fork::isSuddenlySlow))
                .containsExactly(33.0, 33.0);
    }

    @Test
    void machineThatBecameSlow_isWaitedForThreeTimes() {
        assertThat(DoubleStream.of(43, 16, 15, 16, 15, 16).filter(fork::isSuddenlySlow))
                .hasSize(3);
    }
}
