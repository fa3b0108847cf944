package org.evenkeel.leakcheck.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.junit.jupiter.api.Test;

class TheilSenSlopeTest {

    /** The example of Sen (1968). The interval is 26/7 to 35/8; the one printed there rests on a mistaken list of slopes. */
    @Test
    void of_sensExample_givesThePublishedSlopeAndInterval() {
        SignalSeries series =
                SignalSeries.of(new double[] {1, 2, 3, 4, 10, 12, 18}, new double[] {9, 15, 19, 20, 45, 55, 78});

        TheilSenSlope slope = TheilSenSlope.of(series, 0.93);

        assertThat(slope.perOperation()).isEqualTo(4);
        assertThat(slope.interval().lower()).isEqualTo(26.0 / 7, within(1e-12));
        assertThat(slope.interval().upper()).isEqualTo(35.0 / 8, within(1e-12));
    }

    @Test
    void of_aQuarterOfPointsSpoilt_keepsTheSlope() {
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i % 4 == 3 ? 1e9 : 3 * i;
        }
        assertThat(TheilSenSlope.of(SignalSeries.of(x, y), 0.95).perOperation()).isEqualTo(3, within(0.01));
    }

    @Test
    void of_moreWithDrawnPairs_agreesWithAllPairs() {
        Random random = new Random(7);
        double[] x = new double[400];
        double[] y = new double[400];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = 2 * i + random.nextGaussian() * 50;
        }
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        int next = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                slopes[next++] = (y[j] - y[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);

        TheilSenSlope drawn = TheilSenSlope.of(SignalSeries.of(x, y), 0.95);

        // Drawn are 20,000 of 79,800: the rank of a quantile of them is off by 0.35 % of all, one standard deviation.
        assertThat(drawn.perOperation())
                .isBetween(slopes[(int) (0.49 * slopes.length)], slopes[(int) (0.51 * slopes.length)]);
        assertThat(drawn.interval().contains(2)).isTrue();
    }

    @Test
    void of_shiftedAndScaled_changesAccordingly() {
        Random random = new Random(11);
        double[] x = new double[30];
        double[] y = new double[30];
        double[] moved = new double[30];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 3 + random.nextDouble();
            y[i] = random.nextGaussian();
            moved[i] = 1000 - 2 * y[i];
        }
        TheilSenSlope slope = TheilSenSlope.of(SignalSeries.of(x, y), 0.9);
        TheilSenSlope other = TheilSenSlope.of(SignalSeries.of(x, moved), 0.9);

        assertThat(other.perOperation()).isEqualTo(-2 * slope.perOperation(), within(1e-9));
    }

    @Test
    void of_twoPoints_isRefused() {
        assertThatThrownBy(() -> TheilSenSlope.of(SignalSeries.of(new double[] {1, 2}, new double[] {1, 2}), 0.9))
                .hasMessageContaining("at least 3");
    }
}
