package org.evenkeel.leakcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.junit.jupiter.api.Test;

class FittedLineTest {

    @Test
    void line_throughPointsOnALine_isThatLine() {
        FittedLine line = FittedLine.of(straight(40), 3, Optional.empty());

        for (double x : line.corners()) {
            assertThat(line.at(x)).isCloseTo(7 + 3 * x, within(1e-9));
        }
        assertThat(line.to()).isEqualTo(390);
        assertThat(line.from()).isBetween(60.0, 110.0);
    }

    @Test
    void band_holdsTheLine_touchesItInTheMiddle_andWidensBothWays() {
        FittedLine line = FittedLine.of(straight(40), 3, Optional.of(new Interval(2, 5, 0.95)));

        assertThat(line.lower(line.middle())).hasValue(line.atMiddle());
        assertThat(line.upper(line.middle())).hasValue(line.atMiddle());
        for (double x : new double[] {line.from(), line.to()}) {
            assertThat(line.lower(x).orElseThrow()).isLessThan(line.at(x));
            assertThat(line.upper(x).orElseThrow()).isGreaterThan(line.at(x));
        }
        assertThat(line.upper(line.to()).orElseThrow() - line.at(line.to()))
                .isCloseTo(2 * (line.to() - line.middle()), within(1e-9));
    }

    @Test
    void fewPoints_haveALineAndNoBand() {
        assertThat(FittedLine.of(straight(2), 3, Optional.empty()).band()).isEmpty();
        assertThat(FittedLine.of(straight(1), 3, Optional.empty()).at(0)).isCloseTo(7, within(1e-9));
    }

    private static SignalSeries straight(int points) {
        double[] operations =
                IntStream.range(0, points).mapToDouble(i -> 10.0 * i).toArray();
        return SignalSeries.of(
                operations,
                IntStream.range(0, points).mapToDouble(i -> 7 + 30.0 * i).toArray());
    }
}
