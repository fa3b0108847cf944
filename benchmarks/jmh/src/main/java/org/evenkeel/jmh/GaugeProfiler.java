package org.evenkeel.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Workload;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Reads the gauges of the running path every {@value #INTERVAL_MILLIS} ms of each measurement iteration:
 * {@code -prof org.evenkeel.jmh.GaugeProfiler}.
 *
 * <p>Mean and maximum of each gauge join JMH's table as secondary results; the whole series goes to {@code gauges.csv}
 * in the evidence folder, where there is one.
 */
public final class GaugeProfiler implements InternalProfiler {

    static final int INTERVAL_MILLIS = 20;

    private @Nullable GaugeSampler sampler;
    private int iteration;

    @Override
    public String getDescription() {
        return "Mean and maximum of the gauges of the running hot path";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams params) {
        if (params.getType() == IterationType.MEASUREMENT) {
            iteration++;
            sampler = GaugeSampler.start(PathState::running, INTERVAL_MILLIS);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // JMH's signature
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams params, IterationResult result) {
        GaugeSampler finished = sampler;
        sampler = null;
        if (finished == null) {
            return List.of();
        }
        GaugeSampler.Series series = finished.stop();
        try {
            Evidence.append("gauges.csv", lines(series));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the gauges of this iteration", e);
        }
        return results(series);
    }

    private static List<ScalarResult> results(GaugeSampler.Series series) {
        List<ScalarResult> results = new ArrayList<>();
        for (int g = 0; g < series.gauges().size(); g++) {
            Gauge gauge = series.gauges().get(g);
            if (series.length() > 0) {
                results.add(
                        new ScalarResult(gauge.name() + ".mean", series.mean(g), gauge.unit(), AggregationPolicy.AVG));
                results.add(new ScalarResult(
                        gauge.name() + ".max", series.maximum(g), gauge.unit(), AggregationPolicy.MAX));
            }
        }
        return results;
    }

    /** Columns: process, iteration, milliseconds since its start, gauge, unit, value. */
    private List<String> lines(GaugeSampler.Series series) {
        long process = ProcessHandle.current().pid();
        List<String> lines = new ArrayList<>();
        for (int g = 0; g < series.gauges().size(); g++) {
            Gauge gauge = series.gauges().get(g);
            for (int i = 0; i < series.length(); i++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%d,%d,%d,%s,%s,%s",
                        process,
                        iteration,
                        series.millis(i),
                        gauge.name(),
                        gauge.unit(),
                        series.value(g, i)));
            }
        }
        return lines;
    }

    /** Where a profiler finds what runs; the path is opened only when the first iteration starts. */
    @FunctionalInterface
    interface Running {
        @Nullable
        Workload workload();
    }
}
