package org.evenkeel.suite.shards.merge.leaks;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.analysis.TheilSenSlope;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.verdict.SignalRule;

/**
 * The growth of the heap in the second half of each worker, and what these rates say together.
 *
 * <p>The worker is the unit of replication: samples of one heap hang together, JVMs of their own do not. Only the second half
 * counts, because what fills up to a bound grows in all workers at first.
 *
 * @param rates bytes per operation, one for each worker that has enough samples
 * @param mean of the rates
 * @param interval where the rate that is common to all lies; empty for fewer than {@link #LEAST_WORKERS} workers
 * @param least the rate up to which nobody is accused, in bytes per operation
 */
record LateRates(List<Double> rates, double mean, Optional<Interval> interval, double least) {

    /** The interval of two workers is 13 standard errors wide, and tells nothing. */
    static final int LEAST_WORKERS = 3;

    private static final double CONFIDENCE = 0.99;
    private static final double HALF = 0.5;
    private static final int LEAST_SAMPLES = 5;

    LateRates {
        rates = List.copyOf(rates);
    }

    /** Those of one workload, of which at least one worker has samples of the heap; empty else. */
    static Optional<LateRates> of(List<LeakReport> workers) {
        SummaryStatistics all = new SummaryStatistics();
        List<Double> rates = workers.stream()
                .flatMap(worker -> worker.recording().series(Signal.HEAP).stream())
                .map(series -> series.tail(HALF, LEAST_SAMPLES))
                .filter(series -> series.size() >= LEAST_SAMPLES && series.span() > 0)
                .map(LateRates::slope)
                .toList();
        rates.forEach(all::addValue);
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        double least = workers.stream().mapToDouble(LateRates::least).max().orElse(0);
        return Optional.of(new LateRates(rates, all.getMean(), interval(all), least));
    }

    private static double slope(SignalSeries series) {
        return TheilSenSlope.of(series, CONFIDENCE).perOperation();
    }

    private static Optional<Interval> interval(SummaryStatistics rates) {
        int n = (int) rates.getN();
        if (n < LEAST_WORKERS) {
            return Optional.empty();
        }
        double quantile = new TDistribution(null, n - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double half = quantile * rates.getStandardDeviation() / Math.sqrt(n);
        return Optional.of(new Interval(rates.getMean() - half, rates.getMean() + half, CONFIDENCE));
    }

    /** What a worker's own rule takes for nothing, a batch of its usual size. */
    private static double least(LeakReport worker) {
        int batches = worker.recording().samples().size();
        long operations = worker.recording().totalOperations();
        SignalRule rule = SignalRule.of(
                Signal.HEAP,
                worker.recording().noise(),
                worker.recording().jvm().maxHeapBytes());
        return batches == 0 || operations == 0 ? 0 : rule.least().ofAnything() * batches / operations;
    }

    /** Whether all workers together grow by more than nothing. */
    boolean isGrowing() {
        return interval.isPresent() && interval.get().lower() > least;
    }

    /** Whether all workers together exclude growth by more than nothing. */
    boolean isSteady() {
        return interval.isPresent() && interval.get().upper() <= least;
    }
}
