package org.evenkeel.leakcheck.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignalSeriesTest {

    private final SignalSeries series =
            SignalSeries.of(new double[] {10, 20, 40, 80, 160, 320}, new double[] {1, 2, 3, 4, 5, 6});

    @Test
    void tail_ofThreeQuarters_beginsWhereAQuarterIsDone() {
        SignalSeries tail = series.tail(0.75, 2);

        // The series spans 310 operations; three quarters of them begin at 87.5, so the point before is the first.
        assertThat(tail.operations(0)).isEqualTo(80);
        assertThat(tail.size()).isEqualTo(3);
    }

    @Test
    void tail_withFewPoints_hasAtLeastThose() {
        assertThat(series.tail(0.1, 5).size()).isEqualTo(5);
        assertThat(series.tail(0.1, 50).size()).isEqualTo(6);
    }

    @Test
    void of_operationsThatDoNotIncrease_isRefused() {
        assertThatThrownBy(() -> SignalSeries.of(new double[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("do not increase at point 1");
    }

    @Test
    void of_arraysChangedLater_keepsWhatItWasGiven() {
        double[] operations = {1, 2};
        SignalSeries kept = SignalSeries.of(operations, new double[] {5, 6});
        operations[0] = 99;

        assertThat(kept.operations(0)).isEqualTo(1);
    }
}
