package org.evenkeel.leakcheck.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.junit.jupiter.api.Test;

class TwoRatesTest {

    @Test
    void of_growthPerOperationAndPerBatch_tellsThemApart() {
        TwoRates rates = TwoRates.of(series(2.5, 400, 0, 1), 0.95);

        assertThat(rates.perOperation()).isEqualTo(2.5, within(1e-6));
        assertThat(rates.perBatch()).isEqualTo(400, within(1e-3));
        assertThat(rates.perOperationLeastSquares().contains(2.5)
                        || Math.abs(rates.perOperationLeastSquares().lower() - 2.5) < 1e-6)
                .isTrue();
    }

    @Test
    void of_growthPerBatchOnly_givesNoneToTheOperations() {
        TwoRates rates = TwoRates.of(series(0, 120, 30, 2), 0.95);

        assertThat(rates.perOperation()).isEqualTo(0, within(0.1));
        assertThat(rates.perBatch()).isEqualTo(120, within(30.0));
    }

    @Test
    void of_aStepInBetween_robustRateStays() {
        SignalSeries clean = series(1, 0, 0, 3);
        double[] x = new double[clean.size()];
        double[] y = new double[clean.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = clean.operations(i);
            y[i] = clean.value(i) + (i > 20 ? 1e6 : 0);
        }
        assertThat(TwoRates.of(SignalSeries.of(x, y), 0.95).perOperation()).isEqualTo(1, within(1e-6));
    }

    @Test
    void of_batchesOfOneSize_admitsThatItCannotTell() {
        double[] x = new double[20];
        double[] y = new double[20];
        for (int i = 0; i < 20; i++) {
            x[i] = 100 * (i + 1);
            y[i] = 7 * i;
        }
        TwoRates rates = TwoRates.of(SignalSeries.of(x, y), 0.95);

        assertThat(rates.perOperation()).isZero();
        assertThat(rates.perOperationLeastSquares().upper()).isInfinite();
    }

    private static SignalSeries series(double perOperation, double perBatch, double noise, long seed) {
        Random random = new Random(seed);
        int[] factors = {1, 4, 2, 2, 1, 4};
        double[] x = new double[42];
        double[] y = new double[42];
        double operations = 0;
        for (int i = 0; i < x.length; i++) {
            operations += 1000 * factors[i % factors.length];
            x[i] = operations;
            y[i] = 5e6 + perOperation * operations + perBatch * i + noise * random.nextGaussian();
        }
        return SignalSeries.of(x, y);
    }
}
