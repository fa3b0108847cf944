package org.evenkeel.compare.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** Reference values: scipy.stats.t.isf of SciPy 1.17.1; those for p = 0.025 are in every table. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.025, 12.706204736174705",
        "4, 0.025, 2.7764451051977943",
        "8, 0.002272727272727273, 3.8998749721935115",
        "2.5, 0.001, 13.822193110865964",
        "30, 0.2, 0.853767261471298",
        "200, 1e-6, 4.897302102826782",
        "0.7, 0.01, 135.57150574187784"
    })
    void upperQuantile_agreesWithScipy(double degreesOfFreedom, double probability, double expected) {
        StudentT t = new StudentT(degreesOfFreedom);

        assertThat(t.upperQuantile(probability)).isCloseTo(expected, within(1e-9 * expected));
        assertThat(t.upperQuantile(1 - probability)).isCloseTo(-expected, within(1e-6 * expected));
    }

    /** Reference values: scipy.stats.t.sf of SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({"3, 2.5, 0.04385332350403278", "17.776, 1.8608, 0.03969828906988993", "5, -1, 0.8183912661754386"})
    void upperTail_agreesWithScipy(double degreesOfFreedom, double t, double expected) {
        assertThat(new StudentT(degreesOfFreedom).upperTail(t)).isCloseTo(expected, within(1e-12));
    }
}
