package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Median and deviation against their definitions. */
class StatisticsTest {

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

            assertThat(Statistics.median(values)).isEqualTo(center);
            assertThat(Statistics.deviation(values)).isEqualTo(1.4826 * middle(distances));
        }
    }

    private static double middle(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
