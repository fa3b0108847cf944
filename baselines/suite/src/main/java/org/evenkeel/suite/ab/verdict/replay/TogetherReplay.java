package org.evenkeel.suite.ab.verdict.replay;

import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.suite.ab.analysis.TogetherTest;
import org.evenkeel.suite.ab.verdict.FormsTogether;
import org.evenkeel.suite.ab.verdict.LogRatio;

/**
 * Replays paths whose forms are judged together: four benchmarks drawn from those that were recorded.
 *
 * @param pools at least two
 * @param options what is asked, as in a real run
 * @param forms how many benchmarks are put together
 * @param rounds how many blocks each gets
 * @param seed of all draws
 */
public record TogetherReplay(List<PairPool> pools, Options options, int forms, int rounds, long seed) {

    public TogetherReplay {
        pools = List.copyOf(pools);
    }

    /**
     * How runs ended.
     *
     * @param slowdown of all forms
     * @param runs how many there were
     * @param slower how many were called slower by the look after so many rounds, or an earlier one
     * @param faster how many were ever called faster
     */
    public record Rates(double slowdown, int runs, SortedMap<Integer, Integer> slower, int faster) {}

    /** Replays so many runs with a slowdown of one side. */
    public Rates run(int runs, double slowdown) {
        SplittableRandom random = new SplittableRandom(seed);
        TogetherTest test = new TogetherTest(options.alpha());
        SortedMap<Integer, Integer> slower = new TreeMap<>();
        int faster = 0;
        for (int run = 0; run < runs; run++) {
            List<double[]> blocks = random.ints(forms, 0, pools.size())
                    .mapToObj(pool -> pools.get(pool).draw(rounds, slowdown, random.split()).stream()
                            .mapToDouble(LogRatio::middle)
                            .toArray())
                    .toList();
            List<double[]> swapped = blocks.stream()
                    .map(ratios -> DoubleStream.of(ratios).map(ratio -> -ratio).toArray())
                    .toList();
            boolean wasSlower = false;
            boolean wasFaster = false;
            for (int round = TogetherTest.ROUNDS_OF_THE_LARGE; round <= rounds; round++) {
                if (TogetherTest.isLook(round)) {
                    double effect = FormsTogether.effectAt(AllForms.TIME, round, options);
                    wasSlower |= !wasFaster && test.isSlower(blocks, round, effect);
                    wasFaster |= !wasSlower && test.isSlower(swapped, round, effect);
                    slower.merge(round, wasSlower ? 1 : 0, Integer::sum);
                }
            }
            faster += wasFaster ? 1 : 0;
        }
        return new Rates(slowdown, runs, slower, faster);
    }
}
