package org.evenkeel.compare.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DistributionTest {

    @TestFactory
    Stream<DynamicTest> percentiles_areThoseOfAllCallsWrittenOutAndSorted() {
        return LongStream.range(0, 20)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    Random random = new Random(seed);
                    double[] values = DoubleStream.generate(random::nextDouble)
                            .limit(1 + random.nextInt(30))
                            .sorted()
                            .distinct()
                            .toArray();
                    long[] counts = random.longs(values.length, 1, 9).toArray();
                    double[] all = new double[(int) Arrays.stream(counts).sum()];
                    int next = 0;
                    for (int i = 0; i < values.length; i++) {
                        for (long k = 0; k < counts[i]; k++) {
                            all[next++] = values[i];
                        }
                    }
                    Distribution calls = new Distribution(values, counts);

                    for (double rank : new double[] {0.001, 0.25, 0.5, 0.9, 0.999, 1}) {
                        assertThat(calls.percentiles(rank)[0]).isEqualTo(all[(int) Math.ceil(rank * all.length) - 1]);
                    }
                    assertThat(calls.percentiles(0.5, 0.9, 1))
                            .containsExactly(
                                    calls.percentiles(0.5)[0], calls.percentiles(0.9)[0], calls.percentiles(1)[0]);
                    assertThat(Arrays.stream(calls.countsBetween(0, 0.3, 0.7, 1))
                                    .sum())
                            .isEqualTo(all.length);
                    assertThat(calls.countsBetween(0, 0.3, 0.7, 1)[1])
                            .isEqualTo(Arrays.stream(all)
                                    .filter(v -> v >= 0.3 && v < 0.7)
                                    .count());
                }));
    }

    @Test
    void percentileAtTheFootOfACliff_isUnsureByHalfItsHeight_andOneWithinAModeIsSure() {
        Distribution calls = new Distribution(new double[] {1, 20}, new long[] {9920, 80});

        assertThat(calls.noiseOfPercentile(0.99)).isCloseTo(Math.log(20) / 2, within(1e-9));
        assertThat(calls.noiseOfPercentile(0.95)).isZero();
        assertThat(new Distribution(new double[] {3, 60}, new long[] {9920, 80}).noiseOfPercentile(0.99))
                .isCloseTo(calls.noiseOfPercentile(0.99), within(1e-9));
        // Below the resolution of the clock.
        assertThat(new Distribution(new double[] {0, 1, 20}, new long[] {9, 9900, 80}).noiseOfPercentile(0.5))
                .isZero();
    }

    @Test
    void percentile_isTheLessSure_theRarerWhatLiesBeyondItIs() {
        double[] values = DoubleStream.iterate(1, value -> value < 1e6, value -> value * 1.01)
                .toArray();
        // The logarithm of a call's time is exponential, so it rises by the same for each tenth of the calls that is
        // left.
        long[] counts = Arrays.stream(values)
                .mapToLong(value -> Math.max(1, (long) (1e6 / value)))
                .toArray();
        Distribution calls = new Distribution(values, counts);

        assertThat(calls.noiseOfPercentile(0.99)).isCloseTo(Math.log(2), within(0.05));
        assertThat(calls.noiseOfPercentile(0.96)).isCloseTo(Math.log(2) / 2, within(0.05));
    }

    @Test
    void mean_isAsUnsureAsIndependentCallsMakeIt() {
        assertThat(new Distribution(new double[] {7}, new long[] {100}).noiseOfMean())
                .isCloseTo(0, within(1e-12));
        // The sample standard deviation of 1, 2, 3, 4, 5 is 1.5811 (R: sd(1:5)); few calls know it badly, so by the
        // root of 6/4 more.
        assertThat(new Distribution(new double[] {1, 2, 3, 4, 5}, new long[] {1, 1, 1, 1, 1}).noiseOfMean())
                .isCloseTo(1.5811388 / Math.sqrt(5) / 3 * Math.sqrt(1.5), within(1e-7));
        assertThat(new Distribution(new double[] {7}, new long[] {1}).noiseOfMean())
                .isEqualTo(0.25);
        assertThat(new Distribution(new double[] {0.15, 19_000}, new long[] {12_000, 1}).noiseOfMean())
                .isBetween(0.9, 0.92);
        assertThat(new Distribution(new double[] {0}, new long[] {5}).noiseOfMean())
                .isZero();
    }

    @Test
    void valuesOutOfOrder_areRefused() {
        assertThatThrownBy(() -> new Distribution(new double[] {2, 1}, new long[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution(new double[] {1}, new long[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sampleTime_keepsTheMeanOfEachIteration_andAllCallsTogether() {
        String file = """
                [{"benchmark": "a.B.c", "mode": "sample", "threads": 1,
                  "primaryMetric": {"score": 1, "scoreUnit": "us/op", "rawDataHistogram":
                    [[[[1, 3], [5, 1]], [[4, 2]]], [[[1, 1]]]]}, "secondaryMetrics": {}}]""";

        RawResult raw = read(file).values().iterator().next();

        assertThat(raw.iterations()).hasSize(2);
        assertThat(raw.iterations().get(0)).containsExactly(2, 4);
        assertThat(raw.iterations().get(1)).containsExactly(1);
        assertThat(raw.calls().orElseThrow().total()).isEqualTo(7);
        assertThat(raw.calls().orElseThrow().countsBetween(0, 2, 9)).containsExactly(4, 3);
    }

    @Test
    void minusZero_isZero() {
        String file = """
                [{"benchmark": "a.B.c", "mode": "sample", "threads": 1,
                  "primaryMetric": {"score": 1, "scoreUnit": "us/op", "rawDataHistogram":
                    [[[[-0.0, 3], [0, 2], [1, 1]]]]}, "secondaryMetrics": {}}]""";

        assertThat(read(file).values().iterator().next().calls().orElseThrow().countsBetween(0, 0.5, 2))
                .containsExactly(5, 1);
    }

    @Test
    void throughput_keepsItsIterations_andHasNoCalls() {
        String file = """
                [{"benchmark": "a.B.c", "mode": "thrpt", "threads": 2,
                  "primaryMetric": {"score": 1, "scoreUnit": "ops/s", "rawData": [[1, 2], [3]]}, "secondaryMetrics": {}}]""";

        RawResult raw = read(file).values().iterator().next();

        assertThat(raw.iterations().get(0)).containsExactly(1, 2);
        assertThat(raw.iterations().get(1)).containsExactly(3);
        assertThat(raw.calls()).isEmpty();
    }

    private static SortedMap<Identity, RawResult> read(String file) {
        return JmhReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "x.json")
                .raw();
    }
}
