package org.evenkeel.suite.ab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForkSummaryTest {

    /** No fork beside it. */
    private static final double[] ALONE = {};

    @Test
    void of_noiseThatMeetsBothForks_leavesTheirRatioAlone() {
        // The machine is a third slower for a while, in the same iterations of both; the current side is a tenth slower
        // throughout.
        double[] base = {100, 100, 133, 133, 133, 133, 100, 100, 100, 100};
        double[] current = Arrays.stream(base).map(time -> 1.1 * time).toArray();

        ForkSummary before = ForkSummary.of(base, current, true);
        ForkSummary now = ForkSummary.of(current, base, true);

        assertThat(now.steadyFrom()).isEqualTo(before.steadyFrom()).isZero();
        assertThat(now.logMean() - before.logMean()).isCloseTo(Math.log(1.1), within(1e-12));
    }

    @Test
    void middle_machineThatSlowsDownAndMeetsOneForkFirst_isLeftOut_andTheMeanSeesIt() {
        double[] base = {40, 41, 39, 40, 40, 14, 13, 14};
        double[] current = {41, 40, 40, 40, 15, 14, 13, 14};

        double middle = ForkSummary.of(current, base, false).logMiddle()
                - ForkSummary.of(base, current, false).logMiddle();
        double mean = ForkSummary.of(current, base, false).logMean()
                - ForkSummary.of(base, current, false).logMean();

        assertThat(middle).isCloseTo(0, within(0.02));
        assertThat(mean).isLessThan(-0.1);
    }

    @Test
    void steadyFrom_fewIterations_keepsThemAll() {
        assertThat(ForkSummary.steadyFrom(new double[] {3, 2, 1, 1})).isZero();
        assertThat(ForkSummary.steadyFrom(new double[] {3, 2, 1, 1, 1, 1, 1, 1, 1, 1}))
                .isEqualTo(2);
    }

    @Test
    void of_oneForkThatWarmsUp_leavesTheSameIterationsOutOfBoth() {
        double[] base = {300, 200, 100, 101, 99, 100, 101, 99, 100, 100};
        double[] current = {100, 101, 99, 100, 100, 101, 99, 100, 101, 100};

        assertThat(ForkSummary.of(base, current, true).steadyFrom())
                .isEqualTo(ForkSummary.of(current, base, true).steadyFrom())
                .isEqualTo(2);
    }

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

        ForkSummary summary = ForkSummary.of(times, ALONE, true);

        assertThat(summary.steadyFrom()).isEqualTo(3);
        assertThat(Math.exp(summary.logMean())).isCloseTo(10, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        // Forks of one benchmark (million operations a second), compiled at last before, while and after they were
        // measured.
        "1.5 1.5 1.5 1.5 1.5 1.5 4.4 5.9 6.2 6.4, true",
        "1.6 1.4 1.3 3.1 4.4 1.6 1.5 5.2 5.9 6.5, true",
        "1.5 1.5 1.5 1.4 1.5 1.8 1.5 1.5 2.5 4.2, true",
        "1.4 4.5 5.8 5.6 6.3 6.5 6.1 6.0 6.1 6.1, false",
        "6.1 6.0 6.3 5.9 6.2 6.1 6.3 6.0 6.2 6.1, false",
        "6.4 6.2 6.1 6.3 6.0 6.2 1.5 1.5 1.6 1.5, false",
        "0.9 1.3 2.1 2.2, true",
        "0.9 1.3 2.9 2.1 2.2, true",
        "0.9 2.0 2.1 2.2, false",
        "0.9 1.3 1.5, false"
    })
    void stillWarmsUp_forksThatGetFaster_unlessHalfOfThemIsSteady(String rates, boolean expected) {
        double[] iterations =
                Arrays.stream(rates.split(" ")).mapToDouble(Double::parseDouble).toArray();

        assertThat(ForkSummary.stillWarmsUp(iterations, false)).isEqualTo(expected);
        assertThat(ForkSummary.stillWarmsUp(
                        Arrays.stream(iterations).map(rate -> 1 / rate).toArray(), true))
                .isEqualTo(expected);
    }

    /** Slices of two forks that took turns: what lifts both by as much as machines swing is no warm-up. */
    @ParameterizedTest
    @CsvSource({
        "9.0 9.5 7.7 6.4 5.2 6.3 6.5 9.9 9.5 9.7, 4.6 4.7 3.8 3.3 2.6 3.2 3.2 5.0 4.8 4.9, false",
        "2.0 2.1 2.0 1.9 2.0 2.1 2.0 4.0 4.1 4.0, 4.0 4.1 4.0 3.9 4.0 4.1 4.0 4.0 4.1 4.0, true",
        "1.0 1.1 1.0 0.9 1.0 1.1 1.0 3.0 3.1 3.0, 1.0 1.1 1.0 0.9 1.0 1.1 1.0 3.0 3.1 3.0, true",
        "5.0 5.1 5.0 4.9 5.0 5.1 5.0 5.0 5.1 5.0, 4.0 4.1 4.0 3.9 4.0 4.1 4.0 4.0 4.1 4.0, false"
    })
    void stillWarmUp_whatLiftsBothAlike_isTheMachine(String rates, String beside, boolean expected) {
        double[] one =
                Arrays.stream(rates.split(" ")).mapToDouble(Double::parseDouble).toArray();
        double[] other = Arrays.stream(beside.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(ForkSummary.stillWarmUp(one, other, false)).isEqualTo(expected);
        assertThat(ForkSummary.stillWarmUp(other, one, false)).isEqualTo(expected);
    }

    /** Repeating a block costs time only, but it should not be wasted on noise. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 10})
    void stillWarmsUp_noiseOfATenth_isSeldomTakenForIt(int iterations) {
        Random random = new Random(29);
        int taken = 0;
        for (int fork = 0; fork < 10_000; fork++) {
            double[] rates = random.doubles(iterations)
                    .map(any -> Math.exp(0.1 * random.nextGaussian()))
                    .toArray();
            taken += ForkSummary.stillWarmsUp(rates, false) ? 1 : 0;
        }

        assertThat(taken).isLessThan(200);
    }

    @Test
    void fastQuarter_someIterationsHit_staysWhereItWas() {
        double[] calm = {10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1, 9.9};
        double[] hit = calm.clone();
        hit[5] = 30;
        hit[9] = 40;

        assertThat(ForkSummary.of(hit, ALONE, true).logFastQuarter())
                .isCloseTo(ForkSummary.of(calm, ALONE, true).logFastQuarter(), within(0.011));
        assertThat(ForkSummary.of(hit, ALONE, true).logMean())
                .isGreaterThan(ForkSummary.of(calm, ALONE, true).logMean() + 0.1);
    }

    @Test
    void fastQuarter_throughputAndItsReciprocalTime_areTheSame() {
        double[] times = new Random(11).doubles(15).map(value -> 10 + value).toArray();
        double[] rates = Arrays.stream(times).map(time -> 1 / time).toArray();

        ForkSummary ofTimes = ForkSummary.of(times, ALONE, true);
        ForkSummary ofRates = ForkSummary.of(rates, ALONE, false);

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
