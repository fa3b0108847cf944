package org.evenkeel.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class LatencyProfilerTest {

    @Test
    void percentiles_ofManyTimes_areThoseOfTheSortedTimes() {
        Random random = new Random(7);
        long[] times = new long[100_000];
        Arrays.setAll(times, i -> (long) Math.exp(24 * random.nextDouble()));
        Latencies latencies = new Latencies(3);
        Latencies.time(1);
        latencies.begin();
        try {
            Arrays.stream(times).forEach(latencies::count);
            Arrays.sort(times);
            List<ScalarResult> percentiles = LatencyProfiler.percentiles(Latencies.pooled());

            assertThat(percentiles)
                    .extracting(ScalarResult::getLabel)
                    .containsExactly("latency.p50", "latency.p99", "latency.p99.9");
            double[] ranks = {0.5, 0.99, 0.999};
            for (int i = 0; i < ranks.length; i++) {
                double exact = times[(int) (ranks[i] * times.length)];
                assertThat(percentiles.get(i).getScore()).isCloseTo(exact, within(0.04 * exact + 1));
            }
        } finally {
            Latencies.end();
        }
    }

    @Test
    void percentiles_withFewerThanTenSamplesBeyond_areLeftOut() {
        long[] counts = new long[100];
        counts[30] = 999;
        assertThat(LatencyProfiler.percentiles(counts))
                .extracting(ScalarResult::getLabel)
                .containsExactly("latency.p50");
        counts[40] = 9_021;
        assertThat(LatencyProfiler.percentiles(counts)).hasSize(3);
        assertThat(LatencyProfiler.percentiles(new long[100])).isEmpty();
    }

    @Test
    void buckets_followOneAnotherAndHoldTheirMiddle() {
        int before = -1;
        for (long nanos = 0; nanos < 1L << 40; nanos = Math.max(nanos + 1, (long) (nanos * 1.01))) {
            int bucket = Latencies.bucket(nanos);
            assertThat(bucket).isBetween(before, before + 1);
            assertThat(Latencies.nanos(bucket)).isCloseTo((double) nanos, within(1 + nanos / 32.0));
            before = bucket;
        }
        assertThat(Latencies.bucket(Long.MAX_VALUE)).isLessThan(32 * 59);
        assertThat(Latencies.bucket(-5)).isZero();
    }

    /** One request in ten is of another kind, in a strict turn; with a fixed gap of twenty only one kind would ever be timed. */
    @Test
    void timedRequests_ofAPeriodicPath_areMetAsOftenAsTheyCome() {
        Latencies latencies = new Latencies(11);
        Latencies.time(20);
        latencies.begin();
        int timed = 0;
        int ofTheOtherKind = 0;
        for (int request = 0; request < 2_000_000; request++) {
            if (latencies.isDue()) {
                timed++;
                ofTheOtherKind += request % 10 == 0 ? 1 : 0;
                latencies.count(100);
            }
        }
        Latencies.end();
        assertThat(timed).isBetween(95_000, 105_000);
        assertThat(ofTheOtherKind / (double) timed).isCloseTo(0.1, within(0.01));
    }

    @Test
    void notListening_nothingIsDue() {
        Latencies latencies = new Latencies(11);
        latencies.begin();
        for (int request = 0; request < 100_000; request++) {
            assertThat(latencies.isDue()).isFalse();
        }
    }

    @Test
    void gap_costsOneInAHundredAtMost() {
        // 1,000 requests in a millisecond of two processors: two microseconds each, so that 60 ns in three of them are
        // 1 %.
        assertThat(LatencyProfiler.gap(1_000_000, 1_000, 2)).isEqualTo(3);
        assertThat(LatencyProfiler.gap(1_000_000, 10, 2)).isEqualTo(1);
        assertThat(LatencyProfiler.gap(1_000_000, 0, 2)).isEqualTo(1);
        assertThat(LatencyProfiler.gap(1_000_000, 100_000, 2)).isEqualTo(300);
    }

    @Test
    void profiler_ofTenThreads_addsPercentilesOfAllIterationsAndOfOneThreadNone() throws RunnerException {
        assertThat(run("tenThreads").getSecondaryResults()).hasEntrySatisfying("latency.p50", median -> {
            assertThat(median.getScoreUnit()).isEqualTo("ns");
            // JMH takes the first two of the three iterations for zeros.
            assertThat(median.getScore()).isPositive();
            assertThat(median.getScore()).isEqualTo(median.getStatistics().getMax());
        });
        assertThat(run("single").getSecondaryResults()).doesNotContainKey("latency.p50");
    }

    private static RunResult run(String form) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("^" + HotPathBenchmark.class.getName().replace(".", "\\.") + "\\." + form + "$")
                        .param("path", "switchboard")
                        .mode(Mode.Throughput)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(50))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.milliseconds(50))
                        .shouldFailOnError(true)
                        .addProfiler(LatencyProfiler.class)
                        .forks(0)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()
                .iterator()
                .next();
    }
}
