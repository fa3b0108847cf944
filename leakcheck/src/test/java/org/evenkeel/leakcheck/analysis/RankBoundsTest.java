package org.evenkeel.leakcheck.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.junit.jupiter.api.Test;

class RankBoundsTest {

    private static final int RUNS = 400;

    @Test
    void of_aSwingWithAndWithoutALeak_missesTheRateInAboutOneInAHundred() {
        int missed = 0;
        double widest = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            double rate = seed % 2 == 0 ? 0 : 100;
            Interval bounds = RankBounds.of(swing(seed, 80, 64e6, rate));
            missed += bounds.contains(rate) ? 0 : 1;
            widest = Math.max(widest, bounds.upper() - bounds.lower());
        }
        // Both sides together miss 2 * 0.5^8; of 400, more than 10 would come once in a thousand such tests.
        assertThat(missed).isLessThanOrEqualTo(10);
        // The swing is 64 MB over 800,000 operations; least squares would leave some 200 bytes an operation.
        assertThat(widest).isLessThan(180);
    }

    @Test
    void of_aStraightLine_isItsSlope() {
        Interval bounds = RankBounds.of(swing(1, 40, 0, 24));

        assertThat(bounds.lower()).isBetween(23.9, 24.0);
        assertThat(bounds.upper()).isBetween(24.0, 24.1);
    }

    @Test
    void of_tooFewPoints_knowsNothing() {
        Interval bounds = RankBounds.of(swing(1, 23, 1, 1));

        assertThat(bounds.lower()).isInfinite();
        assertThat(bounds.upper()).isInfinite();
    }

    private static SignalSeries swing(int seed, int points, double bytes, double rate) {
        Random random = new Random(seed);
        double[] operations = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            operations[i] = 10_000.0 * (i + 1);
            values[i] = 2e6 + bytes * random.nextDouble() + rate * operations[i];
        }
        return SignalSeries.of(operations, values);
    }
}
