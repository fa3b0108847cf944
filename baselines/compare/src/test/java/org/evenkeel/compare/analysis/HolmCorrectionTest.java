package org.evenkeel.compare.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmCorrectionTest {

    @Test
    void adjust_fourValues_agreesWithR() {
        // R 4.3: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        assertThat(HolmCorrection.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, Offset.offset(1e-15));
    }

    @Test
    void adjust_anyValues_rejectsWhatTheStepwiseProcedureRejects() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] p =
                    random.doubles(1 + random.nextInt(12)).map(x -> x * x * x).toArray();
            double[] adjusted = HolmCorrection.adjust(p);
            for (double alpha : new double[] {0.01, 0.05, 0.3}) {
                assertThat(Arrays.stream(adjusted)
                                .filter(value -> value <= alpha)
                                .count())
                        .isEqualTo(rejectedStepByStep(p, alpha));
            }
        }
    }

    /** Holm's own words: reject while the smallest of the k that are left is at most alpha / k. */
    private static long rejectedStepByStep(double[] p, double alpha) {
        double[] ascending = p.clone();
        Arrays.sort(ascending);
        int rejected = 0;
        while (rejected < p.length && ascending[rejected] * (p.length - rejected) <= alpha) {
            rejected++;
        }
        return rejected;
    }
}
