package org.evenkeel.compare.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeComparisonTest {

    private static final VariancePrior NEXT_TO_NOTHING = new VariancePrior(1e-9, 1e-9);

    @Test
    void ofOneSession_sleepData_agreesWithWelchTestOfR() {
        // R 4.3: t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p-value = 0.07939 (two-sided);
        // the data are those of Student (1908).
        Side one = side(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        Side two = side(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

        Estimate estimate =
                TimeComparison.ofOneSession(one, two, NEXT_TO_NOTHING, 1).estimate();

        assertThat(estimate.difference()).isCloseTo(1.58, within(1e-12));
        assertThat(estimate.difference() / estimate.standardError()).isCloseTo(1.8608, within(5e-5));
        assertThat(estimate.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
        assertThat(estimate.pValue()).isCloseTo(0.07939, within(5e-6));
        assertThat(estimate.interval(0.95).lower()).isCloseTo(-0.2054832, within(1e-6));
        assertThat(estimate.interval(0.95).upper()).isCloseTo(3.3654832, within(1e-6));
    }

    @Test
    void ofSessions_calmForksAndLoudHistory_isAsWideAsTheHistory() {
        TimeComparison comparison = TimeComparison.ofSessions(side(1, 1.001), side(1.1, 1.101), noise(0.05), 1);

        assertThat(comparison.source()).isEqualTo(NoiseSource.HISTORY);
        assertThat(comparison.estimate().standardError()).isCloseTo(0.05 * Math.sqrt(2), within(1e-12));
    }

    @Test
    void ofSessions_loudForksAndCalmHistory_isAsWideAsTheForks() {
        TimeComparison comparison = TimeComparison.ofSessions(side(1, 2), side(1, 2), noise(0.001), 1);

        assertThat(comparison.source()).isEqualTo(NoiseSource.FORKS);
        assertThat(comparison.estimate().standardError()).isGreaterThan(0.4);
    }

    @Test
    void ofSessions_assumedNoise_isAddedToWhatTheForksShow() {
        Side base = side(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        Side current = side(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
        double ofForks = 1.58 / 1.8608;
        Noise assumed = new Noise(new Variance(ofForks * ofForks / 2 * 8, 8), NEXT_TO_NOTHING, NoiseSource.ASSUMED);

        Estimate estimate = TimeComparison.ofSessions(base, current, assumed, 1).estimate();

        assertThat(estimate.standardError()).isCloseTo(ofForks * Math.sqrt(2), within(1e-4));
        // Two equal variances of 8 and of 17.776 degrees of freedom: 4 / (1/8 + 1/17.776).
        assertThat(estimate.degreesOfFreedom()).isCloseTo(22.068, within(1e-2));
    }

    @Test
    void ofSessions_moreBaselineSessions_narrowTheirShareOfTheNoise() {
        Side five = new Side(List.of(one(1), one(1), one(1), one(1), one(1)));

        double standardError = TimeComparison.ofSessions(five, side(1), noise(0.05), 1)
                .estimate()
                .standardError();

        assertThat(standardError).isCloseTo(0.05 * Math.sqrt(1 + 1 / 5.0), within(1e-12));
    }

    private static Noise noise(double deviation) {
        return new Noise(new Variance(deviation * deviation * 50, 50), NEXT_TO_NOTHING, NoiseSource.HISTORY);
    }

    private static Side side(double... forks) {
        return new Side(List.of(forks));
    }

    private static double[] one(double fork) {
        return new double[] {fork};
    }
}
