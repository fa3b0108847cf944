package org.evenkeel.suite.ab.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.evenkeel.compare.verdict.Excluded;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.Interval;
import org.evenkeel.suite.ab.analysis.LargeChangeTest;
import org.evenkeel.suite.ab.analysis.Look;
import org.evenkeel.suite.ab.analysis.PlannedLooks;
import org.evenkeel.suite.ab.analysis.SequentialTest;

/**
 * When a benchmark whose sides are measured in turn is decided: after four blocks where both numbers of a block show a large
 * change; else at the first planned look at which the interval of the middle
 * half or that of the mean lies beyond the minimum effect, or that of the middle half within the margin. The two share the error that is
 * allowed. What slows down fewer iterations than one in four shows in the mean alone; so nothing is called equivalent while the mean
 * itself is beyond the margin.
 *
 * @param large looks early for large changes
 * @param middle gives the intervals of the middle half
 * @param mean gives those of the mean
 * @param tail gives the intervals of a percentile far out
 * @param minimumEffect as a log ratio
 * @param margin as a log ratio, above the minimum effect
 */
public record SequentialRule(
        LargeChangeTest large,
        SequentialTest middle,
        SequentialTest mean,
        SequentialTest tail,
        double minimumEffect,
        double margin) {

    /**
     * What is asked of an interleaved comparison when nobody says otherwise. Each interval holds in 99.5 % of cases
     * whenever one stops, so that at most one unchanged benchmark in 200 can be called changed.
     */
    public static final Options OPTIONS = Options.DEFAULT
            .withMinimumEffect(0.01)
            .withMargin(0.05)
            .withConfidence(0.995)
            .withSessions(Options.Sessions.TOGETHER);

    /** Nobody stops for what is excluded, but the time of a stop is chosen by the data: so each look pays for itself here too. */
    private static final SequentialTest EXCLUSION =
            new SequentialTest(new PlannedLooks(List.of(4, 6, 8, 11, 15, 20, 27, 36, 48, 64), 6), 2 * Excluded.ALPHA);

    /** How often any verdict of a whole run may be wrong. */
    public static final double RUN_ALPHA = 0.05;

    /** The middle half decides most; the mean is there for what it cannot see. */
    private static final double SHARE_OF_THE_MEAN = 0.18;

    /** By how much a percentile far out has to differ before anybody is told, as a relative change. */
    static final double TAIL_EFFECT = 0.25;

    /** What each of the two tails of a benchmark may err by, of what the benchmark may; it is not taken from the score. */
    private static final double SHARE_OF_A_TAIL = 0.5;

    private static final double SHARE_OF_THE_LARGE = 0.1;

    /**
     * Where benchmarks take turns the fourth block of the first comes right behind the third of the last, so four of it cost a run hardly more than
     * three of each would, and three that agree by chance are several times as frequent.
     */
    private static final int BLOCKS_OF_THE_LARGE = 4;

    /**
     * The rule for a run.
     *
     * @param options what is asked
     * @param benchmarks how many are asked together, at least 1
     */
    public static SequentialRule of(Options options, int benchmarks) {
        double alpha = Math.min(options.alpha(), RUN_ALPHA / benchmarks);
        return new SequentialRule(
                new LargeChangeTest(BLOCKS_OF_THE_LARGE, alpha * SHARE_OF_THE_LARGE),
                new SequentialTest(PlannedLooks.DEFAULT, alpha * (1 - SHARE_OF_THE_MEAN - SHARE_OF_THE_LARGE)),
                new SequentialTest(PlannedLooks.DEFAULT, alpha * SHARE_OF_THE_MEAN),
                new SequentialTest(PlannedLooks.DEFAULT, alpha * SHARE_OF_A_TAIL),
                Math.log1p(options.minimumEffect()),
                Math.log1p(options.margin()));
    }

    /** How a benchmark stands after the given blocks; blocks beyond the look that decided it change nothing. */
    public Standing standing(List<LogRatio> logRatios) {
        return standing(logRatios, this::at, LogRatio::middle);
    }

    /** How the middle half alone stands when the benchmark is decided, or after all the blocks where it is not. */
    public Standing standingOfMiddle(List<LogRatio> logRatios) {
        return standing(logRatios, this::middleAt, LogRatio::middle);
    }

    /** The same of the mean. */
    public Standing standingOfMean(List<LogRatio> logRatios) {
        return standing(logRatios, this::meanAt, LogRatio::mean);
    }

    private Standing standing(
            List<LogRatio> logRatios, Function<List<LogRatio>, Standing> of, ToDoubleFunction<LogRatio> early) {
        Standing standing = early(logRatios, early);
        if (standing.isDecided()) {
            return standing;
        }
        for (int blocks : looks().blocks()) {
            if (blocks > logRatios.size()) {
                break;
            }
            List<LogRatio> soFar = logRatios.subList(0, blocks);
            standing = of.apply(soFar);
            if (at(soFar).isDecided()) {
                break;
            }
        }
        return standing;
    }

    /**
     * How a percentile far out stands, by itself: at the first look at which its whole interval is beyond an effect of its own, or at the
     * last there is. Nobody measures on for its sake, and it is never called the same.
     *
     * @param logRatios one per block
     */
    public Standing standingOfTail(double[] logRatios) {
        Standing standing = new Standing.TooEarly();
        double effect = Math.max(minimumEffect, Math.log1p(TAIL_EFFECT));
        for (Look look : tail.looksAt(logRatios)) {
            if (look.interval().lower() > effect) {
                return new Standing.Worse(look);
            }
            if (look.interval().upper() < -effect) {
                return new Standing.Better(look);
            }
            standing = new Standing.Open(look);
        }
        return standing;
    }

    /** What the early look says, in the numbers of one of them: a large change that the middle half and the mean both show, or nothing yet. */
    private Standing early(List<LogRatio> logRatios, ToDoubleFunction<LogRatio> which) {
        if (logRatios.size() < large.blocks()) {
            return new Standing.TooEarly();
        }
        List<LogRatio> first = logRatios.subList(0, large.blocks());
        Look ofMiddle = large.lookAt(numbers(first, LogRatio::middle));
        Look ofMean = large.lookAt(numbers(first, LogRatio::mean));
        double effect = Math.max(minimumEffect, Math.log1p(LargeChangeTest.EFFECT));
        Look shown = large.lookAt(numbers(first, which));
        if (Math.min(ofMiddle.interval().lower(), ofMean.interval().lower()) > effect) {
            return new Standing.Worse(shown);
        }
        // Open, and not too early: what these blocks exclude may be all that anybody has to know.
        return Math.max(ofMiddle.interval().upper(), ofMean.interval().upper()) < -effect
                ? new Standing.Better(shown)
                : new Standing.Open(shown);
    }

    /**
     * What the blocks exclude at the look that decided the benchmark, or at the last one: the slowdown beyond the upper bounds of both numbers
     * of a block, of the middle half and of the mean.
     *
     * @return empty before the first look
     */
    public Optional<Excluded> excluded(List<LogRatio> logRatios) {
        int last = 0;
        for (int blocks : EXCLUSION.looks().blocks()) {
            if (blocks > logRatios.size()) {
                break;
            }
            last = blocks;
            if (standing(logRatios.subList(0, blocks)).isDecided()) {
                break;
            }
        }
        if (last == 0) {
            return Optional.empty();
        }
        List<LogRatio> looked = logRatios.subList(0, last);
        double bound = Math.max(
                lookAt(EXCLUSION, looked, LogRatio::middle).interval().upper(),
                lookAt(EXCLUSION, looked, LogRatio::mean).interval().upper());
        return Optional.of(Excluded.of(Math.expm1(bound), last));
    }

    /** How often any interval of a benchmark may miss the truth, whenever one stops. */
    public double alpha() {
        return large.alpha() + middle.alpha() + mean.alpha();
    }

    /** When it is looked for changes of any size. */
    public PlannedLooks looks() {
        return middle.looks();
    }

    /** After how many blocks anything is said at all, of metrics without noise too. */
    public int firstLook() {
        return large.blocks();
    }

    /** The last look that so many blocks allow; all of them where there is none yet. */
    public int lastLook(int blocks) {
        int last = blocks;
        while (last > 0 && !isLook(last)) {
            last--;
        }
        return last == 0 ? blocks : last;
    }

    /** Whether the data are looked at after so many blocks. */
    public boolean isLook(int blocks) {
        return blocks == large.blocks() || looks().blocks().contains(blocks);
    }

    /** Whether no further block can decide anything. */
    public boolean isExhausted(int blocks) {
        return blocks >= looks().last();
    }

    private Standing at(List<LogRatio> logRatios) {
        Standing ofMiddle = middleAt(logRatios);
        Standing ofMean = meanAt(logRatios);
        return ofMean.isChange() && !ofMiddle.isDecided() ? ofMean : ofMiddle;
    }

    private Standing middleAt(List<LogRatio> logRatios) {
        Standing standing = standing(lookAt(middle, logRatios, LogRatio::middle));
        double ofMean = lookAt(mean, logRatios, LogRatio::mean).estimate().difference();
        return standing instanceof Standing.Same same && Math.abs(ofMean) > margin
                ? new Standing.Open(same.look())
                : standing;
    }

    private Standing meanAt(List<LogRatio> logRatios) {
        return standing(lookAt(mean, logRatios, LogRatio::mean));
    }

    private static Look lookAt(SequentialTest test, List<LogRatio> logRatios, ToDoubleFunction<LogRatio> which) {
        return test.lookAt(numbers(logRatios, which));
    }

    private static double[] numbers(List<LogRatio> logRatios, ToDoubleFunction<LogRatio> which) {
        return logRatios.stream().mapToDouble(which).toArray();
    }

    private Standing standing(Look look) {
        Interval interval = look.interval();
        if (interval.lower() > minimumEffect) {
            return new Standing.Worse(look);
        }
        if (interval.upper() < -minimumEffect) {
            return new Standing.Better(look);
        }
        return isWithinMargin(look) ? new Standing.Same(look) : new Standing.Open(look);
    }

    /** Whether a look shows that the sides are alike, by itself. */
    boolean isWithinMargin(Look look) {
        Interval interval = look.interval();
        return interval.isWithin(new Interval(-margin, margin, interval.confidenceLevel()));
    }

    /**
     * How many more blocks would decide an open benchmark whose ratio and noise stay as they are.
     *
     * @return 0 when even all planned looks would not do
     */
    public int blocksMissing(Look look) {
        double distance = Math.abs(look.estimate().difference());
        double halfWidth = Math.max(distance - minimumEffect, margin - distance);
        int blocks = middle.blocksUntil(look, halfWidth);
        return blocks == 0 ? 0 : blocks - look.blocks();
    }
}
