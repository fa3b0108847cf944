package org.evenkeel.baselines.analysis.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForkSummaryTest {

    @Test
    void steadyFrom_anySeries_isWhatTheDefinitionSays() {
        Random random = new Random(7);
        for (int series = 0; series < 200; series++) {
            double[] logs = random.doubles(15).map(value -> 10 + value).toArray();

            assertThat(ForkSummary.steadyFrom(logs)).isEqualTo(slowly(logs));
        }
    }

    @Test
    void summary_slowBeginning_isLeftOut() {
        double[] times = {30, 20, 11, 10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1, 9.9};

        ForkSummary summary = ForkSummary.of(times, true);

        assertThat(summary.steadyFrom()).isEqualTo(3);
        assertThat(Math.exp(summary.logMean())).isCloseTo(10, within(0.01));
    }

    @Test
    void fastQuarter_someIterationsHit_staysWhereItWas() {
        double[] calm = {10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1, 9.9};
        double[] hit = calm.clone();
        hit[5] = 30;
        hit[9] = 40;

        assertThat(ForkSummary.of(hit, true).logFastQuarter())
                .isCloseTo(ForkSummary.of(calm, true).logFastQuarter(), within(0.011));
        assertThat(ForkSummary.of(hit, true).logMean())
                .isGreaterThan(ForkSummary.of(calm, true).logMean() + 0.1);
    }

    @Test
    void fastQuarter_throughputAndItsReciprocalTime_areTheSame() {
        double[] times = new Random(11).doubles(15).map(value -> 10 + value).toArray();
        double[] rates = Arrays.stream(times).map(time -> 1 / time).toArray();

        ForkSummary ofTimes = ForkSummary.of(times, true);
        ForkSummary ofRates = ForkSummary.of(rates, false);

        assertThat(ofRates.logMean()).isCloseTo(-ofTimes.logMean(), within(1e-12));
        assertThat(ofRates.logFastQuarter()).isCloseTo(-ofTimes.logFastQuarter(), within(1e-12));
        assertThat(ofRates.steadyFrom()).isEqualTo(ofTimes.steadyFrom());
    }

    /** The definition, computed anew for each truncation. */
    private static int slowly(double[] logs) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int from = 0; 2 * from <= logs.length; from++) {
            double[] left = Arrays.copyOfRange(logs, from, logs.length);
            double mean = Arrays.stream(left).average().orElseThrow();
            double sum = Arrays.stream(left).map(v -> (v - mean) * (v - mean)).sum();
            double statistic = sum / left.length / left.length;
            if (statistic < least) {
                least = statistic;
                best = from;
            }
        }
        return best;
    }
}
