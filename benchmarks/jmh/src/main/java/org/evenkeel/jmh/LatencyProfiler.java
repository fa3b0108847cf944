package org.evenkeel.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Percentiles of how long requests take while ten and fifty callers are measured for throughput: {@code -prof
 * org.evenkeel.jmh.LatencyProfiler}.
 *
 * <p>Callers time some of their requests themselves, as many as cost about a hundredth of the work. The samples of all threads and all measured
 * iterations are pooled, and join JMH's table as {@code latency.p50}, {@code latency.p99} and {@code latency.p99.9} behind the last iteration, in
 * nanoseconds; each only where at least {@value #FEWEST_BEYOND} samples are beyond it. One caller waits for nobody, and
 * has none: mode {@code sample} times its requests.
 */
public final class LatencyProfiler implements InternalProfiler {

    /** Fewer samples beyond a percentile, and it is the time of one or two of them. */
    static final int FEWEST_BEYOND = 10;

    /** What it costs to read the clock twice and to count, in nanoseconds. */
    private static final double COST_NANOS = 60;

    private static final double MOST_COST = 0.01;

    /** Until the first iteration has shown how long a request takes. */
    private static final int FIRST_GAP = 64;

    private int measured;
    private int gap = FIRST_GAP;

    /** JMH wants one to make. */
    public LatencyProfiler() {}

    @Override
    public String getDescription() {
        return "Percentiles of the time of a request, from some of them, beside throughput";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (iteration.getType() == IterationType.MEASUREMENT && measured++ == 0) {
            Latencies.forget();
        }
        Latencies.time(gap);
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        gap = gap(
                iteration.getTime().convertTo(TimeUnit.NANOSECONDS),
                result.getMetadata().getAllOps(),
                Math.min(benchmark.getThreads(), Runtime.getRuntime().availableProcessors()));
        if (iteration.getType() != IterationType.MEASUREMENT || measured < iteration.getCount()) {
            return List.of();
        }
        long[] counts = Latencies.pooled();
        Latencies.end();
        return percentiles(counts);
    }

    /**
     * One of how many requests may be timed.
     *
     * @param nanos how long the iteration was
     * @param operations of all threads in it
     * @param processors that they had at most
     */
    static int gap(long nanos, long operations, int processors) {
        double nanosOfAProcessor = (double) nanos * processors / Math.max(1, operations);
        return (int) Math.min(1_000_000, Math.max(1, Math.ceil(COST_NANOS / MOST_COST / nanosOfAProcessor)));
    }

    /** The percentiles that enough samples are beyond. JMH takes iterations that say nothing for zeros, so their maximum is asked for. */
    static List<ScalarResult> percentiles(long[] counts) {
        long all = Arrays.stream(counts).sum();
        List<ScalarResult> percentiles = new ArrayList<>();
        for (String percentile : List.of("50", "99", "99.9")) {
            double beyond = all * (1 - Double.parseDouble(percentile) / 100);
            if (beyond >= FEWEST_BEYOND) {
                percentiles.add(new ScalarResult(
                        "latency.p" + percentile, quantile(counts, all - beyond), "ns", AggregationPolicy.MAX));
            }
        }
        return percentiles;
    }

    private static double quantile(long[] counts, double below) {
        int bucket = 0;
        for (double left = below - counts[0]; left > 0 && bucket < counts.length - 1; ) {
            left -= counts[++bucket];
        }
        return Latencies.nanos(bucket);
    }
}
