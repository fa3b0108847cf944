package org.evenkeel.suite.ab.verdict.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.compare.analysis.Variance;

/**
 * What one does today: run JMH on the old code, then on the new, five forks each, and see whether the two 99.9 %
 * intervals that JMH prints overlap. JMH takes each iteration for an independent sample.
 */
public final class OverlapHabit {

    private static final int FORKS = 5;
    private static final double TAIL = 0.0005;

    private OverlapHabit() {}

    /**
     * How often the intervals are disjoint in the right direction, and in the wrong one or with nothing there.
     *
     * @param comparisons how many there were
     * @param slower how often the second run was called slower
     * @param faster how often it was called faster
     */
    public record Habit(int comparisons, int slower, int faster) {}

    /** Compares runs of five forks that follow one another, drawn from the recorded forks. */
    public static Habit replay(List<PairPool> pools, int comparisons, double slowdown, long seed) {
        List<PairPool> usable =
                pools.stream().filter(pool -> pool.forks().size() >= 2 * FORKS).toList();
        SplittableRandom random = new SplittableRandom(seed);
        int slower = 0;
        int faster = 0;
        for (int i = 0; i < comparisons && !usable.isEmpty(); i++) {
            List<List<Double>> forks = usable.get(random.nextInt(usable.size())).forks();
            int start = random.nextInt(forks.size());
            Estimate before = estimate(forks, start, 0);
            Estimate after = estimate(forks, start + FORKS, Math.log1p(slowdown));
            double gap = Math.abs(after.difference() - before.difference()) - before.margin(TAIL) - after.margin(TAIL);
            if (gap > 0) {
                boolean isSlower = after.difference() > before.difference();
                slower += isSlower ? 1 : 0;
                faster += isSlower ? 0 : 1;
            }
        }
        return new Habit(usable.isEmpty() ? 0 : comparisons, slower, faster);
    }

    /** Mean and standard error of all iterations of five forks, as JMH computes them; on the log scale. */
    private static Estimate estimate(List<List<Double>> forks, int start, double shift) {
        List<Double> all = new ArrayList<>();
        for (int fork = 0; fork < FORKS; fork++) {
            all.addAll(forks.get((start + fork) % forks.size()));
        }
        double[] values = all.stream().mapToDouble(value -> value + shift).toArray();
        double mean = Arrays.stream(values).sum() / values.length;
        double variance = Math.max(1e-12, Variance.of(values).value());
        return new Estimate(mean, Math.sqrt(variance / values.length), values.length - 1.0);
    }
}
