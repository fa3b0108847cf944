package org.evenkeel.compare.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.evenkeel.compare.analysis.VarianceTrend.Point;
import org.junit.jupiter.api.Test;

class VarianceTrendTest {

    /** Log variances of R's {@code lm}: x = log(c(1, 2, ..., 8)), y = x / 2 gives a slope of 0.5 and an intercept of 0. */
    @Test
    void fit_sessionsThatFollowTheRootOfForks_hasTheSlopeOfTheLine() {
        VarianceTrend trend = VarianceTrend.fit(IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> new Point(new Variance(3 * Math.sqrt(i), 3), i))
                        .toList())
                .orElseThrow();

        assertThat(trend.slope()).isCloseTo(0.5, within(1e-12));
        assertThat(trend.at(4).variance() / trend.at(1).variance()).isCloseTo(2, within(1e-12));
    }

    @Test
    void fit_variancesDrawnAroundALine_findsItAndHowCloselyTheyKeepToIt() {
        // Sessions of true variance 3 * forks^0.7 * 6 / chi-square(6), each seen with 3 degrees of freedom.
        Random random = new Random(5);
        List<Point> drawn = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            double forks = Math.exp(6 * random.nextDouble() - 9);
            double truth = 3 * Math.pow(forks, 0.7) * 6 / chiSquare(random, 6);
            drawn.add(new Point(new Variance(truth * chiSquare(random, 3), 3), forks));
        }

        VarianceTrend trend = VarianceTrend.fit(drawn).orElseThrow();

        assertThat(trend.slope()).isCloseTo(0.7, within(0.01));
        assertThat(trend.at(0.01).variance()).isCloseTo(3 * Math.pow(0.01, 0.7), within(0.003));
        assertThat(trend.degreesOfFreedom()).isCloseTo(6, within(0.3));
    }

    @Test
    void fit_sessionsThatDoNotFollowForks_agreesWithTheCommonPrior() {
        List<Variance> sessions = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Variance(i * i, 3))
                .toList();

        // The louder the forks, the calmer the sessions: a slope below 0, which is taken for chance.
        VarianceTrend trend = VarianceTrend.fit(IntStream.range(0, 9)
                        .mapToObj(i -> new Point(sessions.get(i), 10.0 - i))
                        .toList())
                .orElseThrow();

        VariancePrior common = VariancePrior.fit(sessions, new VariancePrior(1, 1));
        assertThat(trend.slope()).isZero();
        assertThat(trend.at(5).variance()).isCloseTo(common.variance(), within(1e-9));
        assertThat(trend.degreesOfFreedom()).isEqualTo(common.degreesOfFreedom());
    }

    @Test
    void fit_fewBenchmarks_drawsNoLine_andNoneAtAllFromTwo() {
        List<Point> seven = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> new Point(new Variance(3.0 * i, 3), i))
                .toList();

        assertThat(VarianceTrend.fit(seven).orElseThrow().slope()).isZero();
        assertThat(VarianceTrend.fit(seven.subList(0, 2))).isEmpty();
    }

    @Test
    void fit_forksThatAllDifferAlike_drawsNoLine() {
        List<Point> alike = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Point(new Variance(3.0 * i, 3), 2))
                .toList();

        assertThat(VarianceTrend.fit(alike).orElseThrow().slope()).isZero();
    }

    @Test
    void at_beyondWhatWasSeen_goesOnLevel() {
        VarianceTrend trend = new VarianceTrend(0, 1, Math.log(0.1), Math.log(10), 4);

        assertThat(trend.at(1e-9).variance()).isCloseTo(0.1, within(1e-12));
        assertThat(trend.at(1e9).variance()).isCloseTo(10, within(1e-9));
    }

    private static double chiSquare(Random random, int degreesOfFreedom) {
        return IntStream.range(0, degreesOfFreedom)
                .mapToDouble(i -> random.nextGaussian())
                .map(normal -> normal * normal)
                .sum();
    }
}
