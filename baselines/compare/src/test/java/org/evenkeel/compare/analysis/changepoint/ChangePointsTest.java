package org.evenkeel.compare.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {

    private static final double STEP = Math.log(1.05);

    @Test
    void of_stepOfTwoDeviations_isLocatedWithinTwoNightsInNearlyAllSeries() {
        Random random = new Random(31);
        int located = 0;
        int elsewhere = 0;
        for (int series = 0; series < 200; series++) {
            int at = 12 + random.nextInt(60);
            double[] values = noise(random, 90, 0.024);
            Arrays.setAll(values, i -> values[i] + (i >= at ? STEP : 0));
            List<ChangePoint> found = ChangePoints.of(values, ChangePointsTest::anywhere);
            located += found.stream().anyMatch(one -> Math.abs(one.index() - at) <= 2) ? 1 : 0;
            elsewhere += (int)
                    found.stream().filter(one -> Math.abs(one.index() - at) > 2).count();
        }
        assertThat(located).isGreaterThanOrEqualTo(160);
        assertThat(elsewhere).isLessThanOrEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"29, 20", "29, 19", "34, 24", "34, 25", "40, 31", "25, 15"})
    void of_halfAsSlowAgainForTheLastNights_isFoundInAShortSeries(int nights, int at) {
        Random random = new Random(71);
        for (double deviation : new double[] {0.005, 0.02, 0.04, 0.06, 0.08, 0.1}) {
            int found = 0;
            for (int series = 0; series < 100; series++) {
                double[] values = noise(random, nights, deviation);
                Arrays.setAll(values, i -> values[i] + (i >= at ? Math.log(1.5) : 0));
                found += ChangePoints.of(values, ChangePointsTest::anywhere).stream()
                                .anyMatch(one -> Math.abs(one.index() - at) <= 1)
                        ? 1
                        : 0;
            }
            // Four deviations are hidden by nine nights now and then.
            assertThat(found).as("deviation " + deviation).isGreaterThanOrEqualTo(deviation < 0.09 ? 96 : 85);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 29, 34, 47})
    void of_shortSeriesOfNoise_seldomHasOne(int nights) {
        Random random = new Random(73);
        int independent = 0;
        int inARow = 0;
        for (int series = 0; series < 400; series++) {
            double[] values = noise(random, nights, 0.07);
            independent += ChangePoints.of(values, ChangePointsTest::anywhere).isEmpty() ? 0 : 1;
            for (int i = 1; i < values.length; i++) {
                values[i] += 0.5 * values[i - 1];
            }
            inARow += ChangePoints.of(values, ChangePointsTest::anywhere).isEmpty() ? 0 : 1;
        }
        assertThat(independent).isLessThanOrEqualTo(6);
        assertThat(inARow).isLessThanOrEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.03, 0.1})
    void of_noiseAlone_seldomHasOne(double deviation) {
        Random random = new Random(37);
        long wrong = IntStream.range(0, 200)
                .filter(series -> !ChangePoints.of(noise(random, 120, deviation), ChangePointsTest::anywhere)
                        .isEmpty())
                .count();
        // Alpha is 1 %: two of 200 are expected, and more than eight come by chance once in 4,000 times.
        assertThat(wrong).isLessThanOrEqualTo(8);
    }

    @Test
    void of_noiseWithGoodAndBadDaysInARow_seldomHasOne() {
        Random random = new Random(41);
        int wrong = 0;
        for (int series = 0; series < 200; series++) {
            double[] values = noise(random, 120, 0.02);
            for (int i = 1; i < values.length; i++) {
                values[i] += 0.5 * values[i - 1];
            }
            wrong += ChangePoints.of(values, ChangePointsTest::anywhere).isEmpty() ? 0 : 1;
        }
        // Blocks of four nights do not carry all of a correlation of 0.5; shuffled one by one, 30 % of the series had
        // one.
        assertThat(wrong).isLessThanOrEqualTo(16);
    }

    @Test
    void of_outliers_areNone() {
        double[] values = noise(new Random(43), 100, 0.005);
        values[30] += 0.6;
        values[31] += 0.4;
        values[70] += 0.9;

        assertThat(ChangePoints.of(values, ChangePointsTest::anywhere)).isEmpty();
    }

    @Test
    void of_certainButTinyStep_isNone() {
        double[] values = noise(new Random(47), 100, 0.001);
        Arrays.setAll(values, i -> values[i] + (i >= 50 ? 0.01 : 0));

        assertThat(ChangePoints.of(values, ChangePointsTest::anywhere)).isEmpty();
    }

    @Test
    void of_steps_haveTheSizeThatWasPlanted() {
        double[] values = noise(new Random(53), 150, 0.01);
        Arrays.setAll(values, i -> values[i] + (i >= 50 ? 0.2 : 0) - (i >= 100 ? 0.3 : 0));

        List<ChangePoint> found = ChangePoints.of(values, ChangePointsTest::anywhere);

        assertThat(found).extracting(ChangePoint::index).containsExactly(50, 100);
        assertThat(found.get(0).shift().estimate()).isCloseTo(0.2, within(0.01));
        assertThat(found.get(0).shift().interval().contains(0.2)).isTrue();
        assertThat(found.get(1).shift().interval().contains(-0.3)).isTrue();
    }

    @Test
    void of_shiftedOrMirroredValues_saysTheSame() {
        double[] values = noise(new Random(59), 80, 0.02);
        Arrays.setAll(values, i -> values[i] + (i >= 33 ? 0.08 : 0));
        List<ChangePoint> found = ChangePoints.of(values, ChangePointsTest::anywhere);
        List<ChangePoint> moved =
                ChangePoints.of(Arrays.stream(values).map(v -> v + 3).toArray(), ChangePointsTest::anywhere);
        List<ChangePoint> mirrored =
                ChangePoints.of(Arrays.stream(values).map(v -> -v).toArray(), ChangePointsTest::anywhere);

        assertThat(found).hasSize(1);
        assertThat(moved)
                .extracting(ChangePoint::index)
                .containsExactly(found.get(0).index());
        assertThat(mirrored)
                .extracting(ChangePoint::index)
                .containsExactly(found.get(0).index());
        assertThat(mirrored.get(0).shift().estimate())
                .isCloseTo(-found.get(0).shift().estimate(), within(1e-12));
    }

    @Test
    void of_placeThatTheValuesLeaveOpen_isThatOfTheCommit() {
        double[] values = new double[40];
        Arrays.setAll(values, i -> (i >= 21 ? 0.1 : 0) + (i % 2 == 0 ? 0.02 : -0.02));
        values[20] = 0.05;

        assertThat(ChangePoints.of(values, index -> index == 20))
                .extracting(ChangePoint::index)
                .containsExactly(20);
        assertThat(ChangePoints.of(values, index -> index == 21))
                .extracting(ChangePoint::index)
                .containsExactly(21);
        // Knowledge does not outweigh values that are clear.
        assertThat(ChangePoints.of(values, index -> index == 30))
                .extracting(ChangePoint::index)
                .allMatch(index -> index < 23);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9})
    void of_tooFewValues_isNone(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> i < count / 2 ? 0 : 1);

        assertThat(ChangePoints.of(values, ChangePointsTest::anywhere)).isEmpty();
    }

    private static double[] noise(Random random, int count, double deviation) {
        return random.doubles(count)
                .map(ignored -> deviation * random.nextGaussian())
                .toArray();
    }

    private static boolean anywhere(int index) {
        return index >= 0;
    }
}
