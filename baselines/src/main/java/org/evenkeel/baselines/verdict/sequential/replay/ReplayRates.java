package org.evenkeel.baselines.verdict.sequential.replay;

import java.util.List;

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
 */
public record ReplayRates(
        double slowdown,
        int runs,
        int runsWithFalseVerdict,
        int benchmarks,
        int regressed,
        int improved,
        int equivalent,
        List<Integer> blocksUntilDecided) {

    public ReplayRates {
        blocksUntilDecided = blocksUntilDecided.stream().sorted().toList();
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

    /** After how many blocks the given share of all benchmarks was decided; 0 when fewer were. */
    public int blocksAt(double quantile) {
        int index = (int) Math.ceil(quantile * benchmarks) - 1;
        return index < blocksUntilDecided.size() ? blocksUntilDecided.get(Math.max(0, index)) : 0;
    }
}
