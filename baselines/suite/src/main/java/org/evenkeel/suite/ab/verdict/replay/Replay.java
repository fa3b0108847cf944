package org.evenkeel.suite.ab.verdict.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.suite.ab.verdict.LogRatio;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.ab.verdict.Standing;

/**
 * Replays runs.
 *
 * @param pools at least one
 * @param options what is asked, as in a real run
 * @param benchmarksPerRun how many benchmarks share a run and its budget
 * @param budget time of a run for each of its benchmarks
 * @param seed of all draws
 */
public record Replay(List<PairPool> pools, Options options, int benchmarksPerRun, Duration budget, long seed) {

    public Replay {
        pools = List.copyOf(pools);
        if (pools.isEmpty()) {
            throw new IllegalArgumentException("expected at least one pool of recorded pairs");
        }
    }

    /** Replays so many runs with a slowdown of one side. */
    public ReplayRates run(int runs, double slowdown) {
        SplittableRandom random = new SplittableRandom(seed);
        SequentialRule rule = SequentialRule.of(options, benchmarksPerRun);
        Tally tally = new Tally();
        int falseRuns = 0;
        for (int run = 0; run < runs; run++) {
            List<Fate> fates = new ArrayList<>();
            for (PairPool pool : drawPools(random)) {
                fates.add(Fate.of(rule, pool.draw(rule.looks().last(), slowdown, random), pool.blockTime()));
            }
            int before = tally.falseVerdicts;
            int rounds = Fate.roundsWithin(fates, budget.multipliedBy(benchmarksPerRun));
            tally.addFirst(fates, rounds);
            tally.add(fates, rounds, slowdown > options.margin(), slowdown > 0);
            falseRuns += tally.falseVerdicts > before ? 1 : 0;
        }
        return tally.rates(slowdown, runs, falseRuns, runs * benchmarksPerRun);
    }

    /**
     * Uses each recorded block at most once, in the order and with the sides of the recording: as many runs of one
     * benchmark as fit into each pool. One that the end of its pool cuts off before it is decided is left out.
     */
    public ReplayRates consecutive(double slowdown) {
        SequentialRule rule = SequentialRule.of(options, benchmarksPerRun);
        Tally tally = new Tally();
        int runs = 0;
        for (PairPool pool : pools) {
            List<LogRatio> logRatios = pool.logRatios().stream()
                    .map(ratio -> ratio.slowedBy(slowdown))
                    .toList();
            int most = (int) Math.max(1, budget.dividedBy(pool.blockTime()));
            int start = 0;
            while (start < logRatios.size()) {
                int end = Math.min(logRatios.size(), start + most);
                Fate fate = Fate.of(rule, logRatios.subList(start, end), pool.blockTime());
                if (fate.standing().isDecided() || end - start == most) {
                    tally.add(List.of(fate), fate.blocks(), slowdown > options.margin(), slowdown > 0);
                    runs++;
                }
                start += fate.blocks();
            }
        }
        return tally.rates(slowdown, runs, tally.falseVerdicts, runs);
    }

    /** The benchmarks of one run, none of them twice where there are enough, and the quick ones first, as the forms of a path are. */
    private List<PairPool> drawPools(SplittableRandom random) {
        List<PairPool> left = new ArrayList<>();
        List<PairPool> drawn = new ArrayList<>();
        while (drawn.size() < benchmarksPerRun) {
            if (left.isEmpty()) {
                left.addAll(pools);
            }
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        drawn.sort(Comparator.comparing(PairPool::blockTime));
        return drawn;
    }

    /** How long a run takes, whose open benchmarks take turns, until the first of them is called regressed. */
    private static Optional<Duration> untilFirstRegressed(List<Fate> fates, int rounds) {
        Duration spent = Duration.ZERO;
        for (int round = 1; round <= rounds; round++) {
            for (Fate fate : fates) {
                if (fate.blocks() >= round) {
                    spent = spent.plus(fate.blockTime());
                    if (fate.blocks() == round && fate.standing() instanceof Standing.Worse) {
                        return Optional.of(spent);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static final class Tally {
        private final List<Integer> blocks = new ArrayList<>();
        private final List<Duration> times = new ArrayList<>();
        private final List<Duration> firstRegressed = new ArrayList<>();
        private int worse;
        private int better;
        private int same;
        private int falseVerdicts;

        ReplayRates rates(double slowdown, int runs, int falseRuns, int benchmarks) {
            return new ReplayRates(
                    slowdown, runs, falseRuns, benchmarks, worse, better, same, blocks, times, firstRegressed);
        }

        void addFirst(List<Fate> fates, int rounds) {
            untilFirstRegressed(fates, rounds).ifPresent(firstRegressed::add);
        }

        void add(List<Fate> fates, int rounds, boolean beyondMargin, boolean slowed) {
            for (Fate fate : fates) {
                if (fate.blocks() > rounds || !fate.standing().isDecided()) {
                    continue;
                }
                blocks.add(fate.blocks());
                times.add(fate.blockTime().multipliedBy(fate.blocks()));
                if (fate.standing() instanceof Standing.Worse) {
                    worse++;
                    falseVerdicts += slowed ? 0 : 1;
                } else if (fate.standing() instanceof Standing.Better) {
                    better++;
                    falseVerdicts++;
                } else {
                    same++;
                    falseVerdicts += beyondMargin ? 1 : 0;
                }
            }
        }
    }
}
