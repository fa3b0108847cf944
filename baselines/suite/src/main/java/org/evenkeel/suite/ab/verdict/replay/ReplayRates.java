package org.evenkeel.suite.ab.verdict.replay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of many replayed runs.
 *
 * @param slowdown that was injected into one side, 0.05 for 5 %
 * @param runs how many runs were replayed
 * @param runsWithFalseVerdict runs in which an unchanged benchmark was called changed, or a slowed one improved or
 *     equivalent although the slowdown is beyond the margin
 * @param benchmarks decisions of all runs
 * @param regressed benchmarks called regressed
 * @param improved called improved
 * @param equivalent called equivalent
 * @param blocksUntilDecided of each benchmark that was decided, ascending
 * @param timesUntilDecided how long these blocks took, ascending
 * @param timesUntilFirstRegressed how long each run took until the first of its benchmarks was called regressed, ascending; runs
 *     without one are left out
 */
public record ReplayRates(
        double slowdown,
        int runs,
        int runsWithFalseVerdict,
        int benchmarks,
        int regressed,
        int improved,
        int equivalent,
        List<Integer> blocksUntilDecided,
        List<Duration> timesUntilDecided,
        List<Duration> timesUntilFirstRegressed) {

    public ReplayRates {
        blocksUntilDecided = blocksUntilDecided.stream().sorted().toList();
        timesUntilDecided = timesUntilDecided.stream().sorted().toList();
        timesUntilFirstRegressed = timesUntilFirstRegressed.stream().sorted().toList();
    }

    /** A part of all benchmarks, from 0 to 1. */
    public double share(int part) {
        return benchmarks == 0 ? 0 : (double) part / benchmarks;
    }

    /** Benchmarks that were still open at the end of the budget. */
    public int open() {
        return benchmarks - regressed - improved - equivalent;
    }

    /** The share of unchanged benchmarks that were called changed; of slowed ones, those called improved. */
    public double falseShare() {
        return share(slowdown == 0 ? regressed + improved : improved);
    }

    /** The share of runs with a false verdict, from 0 to 1. */
    public double falseRunShare() {
        return runs == 0 ? 0 : (double) runsWithFalseVerdict / runs;
    }

    /** After how many blocks the given share of all benchmarks was decided; empty when fewer were. */
    public Optional<Integer> blocksAt(double quantile) {
        return at(quantile, benchmarks, blocksUntilDecided);
    }

    /** After what time of its own the given share of all benchmarks was decided; empty when fewer were. */
    public Optional<Duration> timeAt(double quantile) {
        return at(quantile, benchmarks, timesUntilDecided);
    }

    /** After what time the given share of all runs had found something regressed; empty when fewer did. */
    public Optional<Duration> firstRegressedAt(double quantile) {
        return at(quantile, runs, timesUntilFirstRegressed);
    }

    private static <T> Optional<T> at(double quantile, int all, List<T> ofDecided) {
        int index = Math.max(0, (int) Math.ceil(quantile * all) - 1);
        return index < ofDecided.size() ? Optional.of(ofDecided.get(index)) : Optional.empty();
    }
}
