package org.evenkeel.compare.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Median and deviation against their definitions. */
class RobustTest {

    @Test
    void deviation_ofAnyValues_isTheMedianOfTheirDistances() {
        Random random = new Random(47);
        for (int count = 1; count < 60; count++) {
            double[] values = random.doubles(count)
                    .map(value -> Math.round(20 * value) / 20.0)
                    .toArray();
            double center = middle(values);
            double[] distances =
                    Arrays.stream(values).map(value -> Math.abs(value - center)).toArray();

            assertThat(Robust.median(values)).isEqualTo(center);
            assertThat(Robust.deviation(values)).isEqualTo(1.4826 * middle(distances));
        }
    }

    private static double middle(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
