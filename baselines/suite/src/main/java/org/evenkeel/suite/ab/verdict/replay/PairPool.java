package org.evenkeel.suite.ab.verdict.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.evenkeel.compare.analysis.Variance;
import org.evenkeel.suite.ab.verdict.LogRatio;

/**
 * The recorded pairs of one benchmark whose code did not change.
 *
 * @param benchmark its name
 * @param logRatios one per pair, in the order in which they were measured
 * @param forks the logs of the iterations of each fork of one side, for the comparison with JMH's own intervals; may be
 *     empty
 * @param blockTime how long one pair takes
 */
public record PairPool(String benchmark, List<LogRatio> logRatios, List<List<Double>> forks, Duration blockTime) {

    /** Fewer pairs than this say nothing about an error of one in 200. */
    public static final int FEWEST_PAIRS = 12;

    public PairPool {
        logRatios = List.copyOf(logRatios);
        forks = forks.stream().map(List::copyOf).toList();
        if (blockTime.isZero() || blockTime.isNegative()) {
            throw new IllegalArgumentException(benchmark + ": a pair cannot take " + blockTime);
        }
        if (logRatios.size() < FEWEST_PAIRS) {
            throw new IllegalArgumentException(
                    benchmark + ": expected at least " + FEWEST_PAIRS + " pairs, found " + logRatios.size());
        }
    }

    /** Blocks as they were recorded one after the other, from somewhere, each with its sides drawn, and one side slowed down. */
    public List<LogRatio> draw(int blocks, double slowdown, SplittableRandom random) {
        int start = random.nextInt(logRatios.size());
        List<LogRatio> drawn = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            LogRatio ratio = logRatios.get((start + block) % logRatios.size());
            drawn.add((random.nextBoolean() ? ratio : ratio.swapped()).slowedBy(slowdown));
        }
        return drawn;
    }

    /** The standard deviation of one of the two numbers of the pairs. */
    public double deviation(ToDoubleFunction<LogRatio> of) {
        return Math.sqrt(
                Variance.of(logRatios.stream().mapToDouble(of).toArray()).value());
    }
}
