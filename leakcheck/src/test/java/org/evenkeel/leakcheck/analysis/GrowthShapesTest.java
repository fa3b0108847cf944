package org.evenkeel.leakcheck.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.junit.jupiter.api.Test;

class GrowthShapesTest {

    @Test
    void models_ofEachShape_winOnTheirOwnGround() {
        assertThat(winner(t -> 0)).isEqualTo(GrowthModel.CONSTANT);
        assertThat(winner(t -> 50_000 * t)).isEqualTo(GrowthModel.LINEAR);
        assertThat(winner(t -> t > 0.4 ? 20_000 : 0)).isEqualTo(GrowthModel.STEP);
        assertThat(winner(t -> 50_000 * (1 - Math.exp(-t / 0.2)))).isEqualTo(GrowthModel.SATURATING);
        assertThat(winner(t -> 40_000 * (t / 0.2 - Math.floor(t / 0.2)))).isEqualTo(GrowthModel.SAWTOOTH);
    }

    @Test
    void endSlopeShare_ofALine_isNearOneAndOfABentCurve_small() {
        assertThat(models(t -> 50_000 * t).endSlopeShare()).isGreaterThan(0.7);
        assertThat(models(t -> 50_000 * (1 - Math.exp(-t / 0.2))).endSlopeShare())
                // The slope of 1 - exp(-t / 0.2) at 1 is 5 exp(-5), its mean slope 1 - exp(-5).
                .isEqualTo(5 * Math.exp(-5) / (1 - Math.exp(-5)), within(0.03));
    }

    @Test
    void blocks_ofALine_allHaveItsSlope() {
        BlockGrowth blocks = BlockGrowth.of(series(t -> 600 * t, 0));

        assertThat(blocks.rates())
                .hasSize(8)
                .allSatisfy(rate -> assertThat(rate).isEqualTo(10, within(1e-9)));
        assertThat(blocks.interval(0.99).contains(10)).isTrue();
    }

    @Test
    void blocks_ofOneStep_doNotExcludeZero() {
        BlockGrowth blocks = BlockGrowth.of(series(t -> t > 0.5 ? 1e9 : 0, 0));

        assertThat(blocks.growing()).isEqualTo(1);
        assertThat(blocks.interval(0.95).lower()).isNegative();
    }

    @Test
    void blocks_meanAndHalves_agreeWithHandCalculation() {
        BlockGrowth blocks = new BlockGrowth(List.of(1.0, 2.0, 3.0, 6.0));

        assertThat(blocks.mean()).isEqualTo(3);
        assertThat(blocks.earlierHalf()).isEqualTo(1.5);
        assertThat(blocks.laterHalf()).isEqualTo(4.5);
        // Standard deviation 2.160247, Student's t with 3 degrees of freedom at 97.5 %: 3.182446.
        assertThat(blocks.interval(0.95).upper()).isEqualTo(3 + 3.182446 * 2.160247 / 2, within(1e-4));
    }

    @Test
    void envelope_ofSwings_staysAndOfAStep_rises() {
        Envelope swings = Envelope.of(series(t -> 1000 * Math.sin(40 * t), 0), 0);
        Envelope step = Envelope.of(series(t -> t > 0.9 ? 5000 : 0, 0), 0);

        assertThat(swings.rise()).isLessThan(100);
        assertThat(step.riseOfLowest()).isZero();
        assertThat(step.rise()).isEqualTo(5000);
    }

    @Test
    void octaves_ofDoublingSteps_keepUpAndOfALogarithm_doNot() {
        double[] x = new double[128];
        double[] doubling = new double[128];
        double[] logarithm = new double[128];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + i;
            doubling[i] = Integer.highestOneBit((int) (x[i] * 0.7) + 1);
            logarithm[i] = Math.log(x[i]);
        }
        assertThat(OctaveGrowth.of(SignalSeries.of(x, doubling)).keptUp(5, 0.25))
                .isTrue();
        assertThat(OctaveGrowth.of(SignalSeries.of(x, logarithm)).keptUp(5, 0.25))
                .isFalse();
        assertThat(OctaveGrowth.of(SignalSeries.of(x, x)).rates())
                .allSatisfy(r -> assertThat(r).isEqualTo(1));
    }

    private static GrowthModel winner(DoubleUnaryOperator shape) {
        return models(shape).winner();
    }

    private static ModelComparison models(DoubleUnaryOperator shape) {
        return ModelComparison.of(series(shape, 200), 64);
    }

    private static SignalSeries series(DoubleUnaryOperator shape, double noise) {
        Random random = new Random(5);
        double[] x = new double[61];
        double[] y = new double[61];
        for (int i = 0; i < x.length; i++) {
            x[i] = 100 + i;
            y[i] = 1e6 + shape.applyAsDouble(i / 60.0) + noise * random.nextGaussian();
        }
        return SignalSeries.of(x, y);
    }
}
