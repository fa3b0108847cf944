package org.evenkeel.suite.nightly.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evenkeel.kernel.Statistics;
import org.junit.jupiter.api.Test;

/** A window against a list that is sorted anew each time. */
class WindowTest {

    @Test
    void add_anyValues_keepsWhatASortedCopyOfTheLastOnesHas() {
        Random random = new Random(41);
        for (int capacity : new int[] {1, 2, 7, 40}) {
            Window window = new Window(capacity);
            List<Double> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                // Coarse, so that many are alike.
                double value = Math.round(10 * random.nextGaussian()) / 10.0;
                window.add(value);
                all.add(value);
                double[] last = all.subList(Math.max(0, all.size() - capacity), all.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                agrees(window, last, value);
            }
            window.clear();
            assertThat(window.size()).isZero();
        }
    }

    private static void agrees(Window window, double[] last, double value) {
        double[] sorted = last.clone();
        java.util.Arrays.sort(sorted);
        assertThat(window.size()).isEqualTo(last.length);
        for (int i = 0; i < last.length; i++) {
            assertThat(window.get(i)).isEqualTo(last[i]);
            assertThat(window.ranked(i)).isEqualTo(sorted[i]);
        }
        assertThat(window.median()).isEqualTo(Statistics.median(last));
        assertThat(window.deviation()).isEqualTo(Statistics.deviation(last));
        double below = 0;
        for (double one : last) {
            below += one < value ? 1 : one == value ? 0.5 : 0;
        }
        assertThat(window.below(value)).isEqualTo(below);
    }
}
