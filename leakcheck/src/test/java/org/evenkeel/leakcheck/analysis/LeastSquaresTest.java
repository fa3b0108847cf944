package org.evenkeel.leakcheck.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    /** The first half of the readings of data set Pontius, x = 150,000 k; the second half follows. */
    private static final double[] PONTIUS_UP = {
        .11019, .21956, .32949, .43899, .54803, .65694, .76562, .87487, .98292, 1.09146, 1.20001, 1.30822, 1.41599,
        1.52399, 1.63194, 1.73947, 1.84646, 1.95392, 2.06128, 2.16844
    };

    private static final double[] PONTIUS_AGAIN = {
        .11052, .22018, .32939, .43886, .54798, .65739, .76596, .87474, .98300, 1.09150, 1.20004, 1.30818, 1.41613,
        1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829
    };

    /** NIST Statistical Reference Datasets, Pontius: two predictors and an intercept, certified values. */
    @Test
    void of_nistPontius_givesTheCertifiedValues() {
        double[][] predictors = new double[40][];
        double[] values = new double[40];
        for (int i = 0; i < 40; i++) {
            double x = 150_000.0 * (i % 20 + 1);
            predictors[i] = new double[] {x, x * x};
            values[i] = i < 20 ? PONTIUS_UP[i] : PONTIUS_AGAIN[i - 20];
        }

        LeastSquares fit = LeastSquares.of(predictors, values).orElseThrow();

        assertThat(fit.degreesOfFreedom()).isEqualTo(37);
        assertThat(fit.coefficients().get(0)).isEqualTo(0.673565789473684E-03, within(1e-12));
        assertThat(fit.coefficients().get(1)).isEqualTo(0.732059160401003E-06, within(1e-17));
        assertThat(fit.coefficients().get(2)).isEqualTo(-0.316081871345029E-14, within(1e-24));
        assertThat(fit.standardErrors().get(0)).isEqualTo(0.107938612033077E-03, within(1e-13));
        assertThat(fit.standardErrors().get(1)).isEqualTo(0.157817399981659E-09, within(1e-19));
        assertThat(fit.standardErrors().get(2)).isEqualTo(0.486652849992036E-16, within(1e-26));
    }

    /** Student's t with 37 degrees of freedom has 97.5 % of its mass below 2.026192 (table value). */
    @Test
    void interval_ofNinetyFivePercent_usesStudentsT() {
        LeastSquares fit = new LeastSquares(java.util.List.of(0.0, 10.0), java.util.List.of(1.0, 2.0), 37);

        assertThat(fit.interval(1, 0.95).upper()).isEqualTo(10 + 2 * 2.026192, within(1e-5));
    }

    @Test
    void of_predictorsThatAreOne_isEmpty() {
        double[][] predictors = {{1, 2}, {2, 4}, {3, 6}, {4, 8}, {5, 10}};

        assertThat(LeastSquares.of(predictors, new double[] {1, 2, 3, 4, 5})).isEmpty();
    }
}
