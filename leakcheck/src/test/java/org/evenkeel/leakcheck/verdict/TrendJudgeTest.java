package org.evenkeel.leakcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.evenkeel.leakcheck.analysis.Trend;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.junit.jupiter.api.Test;

class TrendJudgeTest {

    private static final SignalRule INSTANCES = SignalRule.instances(16);
    private static final double CONFIDENCE = 0.99;

    @Test
    void judge_burstsOfAnySizeInEachBatch_isGrowing() {
        Random random = new Random(3);
        double[] bursts = new double[100];
        double total = 0;
        for (int i = 0; i < bursts.length; i++) {
            total += 1 + (random.nextInt(10) == 0 ? random.nextInt(10_000) : 0);
            bursts[i] = total;
        }
        assertThat(judge(i -> bursts[i], 60).tendency()).isEqualTo(Tendency.GROWING);
    }

    @Test
    void judge_burstsInSomeBatches_isNotGrowing() {
        assertThat(judge(i -> i < 60 ? 0 : i < 90 ? 4_000 : 4_500, 60).tendency())
                .isNotEqualTo(Tendency.GROWING);
    }

    @Test
    void judge_theSameGrowthSeenForLonger_becomesGrowing() {
        assertThat(judge(i -> i, 1)).satisfies(early -> {
            assertThat(early.tendency()).isEqualTo(Tendency.UNDECIDED);
            assertThat(early.reason()).contains("fills up");
        });
        assertThat(judge(i -> i, 60).tendency()).isEqualTo(Tendency.GROWING);
    }

    @Test
    void judge_shrinking_isSteady() {
        assertThat(judge(i -> 1000 - i, 60).tendency()).isEqualTo(Tendency.STEADY);
    }

    @Test
    void judge_scaledOperations_givesTheSame() {
        IntToDoubleFunction growth = i -> 3.0 * i + (i % 7 == 0 ? 2 : 0);
        for (double scale : new double[] {1, 1e3, 1e9}) {
            Trend trend = Trend.of(series(growth, scale), CONFIDENCE, 0.5);
            assertThat(judge(trend, 60).tendency()).isEqualTo(Tendency.GROWING);
        }
    }

    private static LeakFinding judge(IntToDoubleFunction instances, int seconds) {
        return judge(Trend.of(series(instances, 100), CONFIDENCE, 0.5), seconds);
    }

    private static LeakFinding judge(Trend trend, int seconds) {
        return new TrendJudge(CONFIDENCE, Duration.ofSeconds(seconds), Patience.within(Duration.ofSeconds(60)), false)
                .judge(trend, INSTANCES, 16, 0);
    }

    private static SignalSeries series(IntToDoubleFunction value, double scale) {
        double[] operations = new double[100];
        double[] values = new double[100];
        for (int i = 0; i < operations.length; i++) {
            operations[i] = scale * (i + 1);
            values[i] = value.applyAsDouble(i);
        }
        return SignalSeries.of(operations, values);
    }
}
