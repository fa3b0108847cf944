package org.evenkeel.baselines.verdict.sequential;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.evenkeel.baselines.analysis.sequential.Look;
import org.evenkeel.baselines.analysis.sequential.PlannedLooks;
import org.evenkeel.baselines.analysis.sequential.SequentialTest;
import org.evenkeel.baselines.verdict.Options;
import org.evenkeel.leakcheck.analysis.Interval;

/**
 * When a benchmark whose sides are measured in turn is decided: at the first planned look at which the interval of the middle
 * half or that of the mean lies beyond the minimum effect, or that of the middle half within the margin. The two share the error that is
 * allowed. What slows down fewer iterations than one in four shows in the mean alone; so nothing is called equivalent while the mean
 * itself is beyond the margin.
 *
 * @param middle gives the intervals of the middle half
 * @param mean gives those of the mean
 * @param minimumEffect as a log ratio
 * @param margin as a log ratio, above the minimum effect
 */
public record SequentialRule(SequentialTest middle, SequentialTest mean, double minimumEffect, double margin) {

    /**
     * What is asked of an interleaved comparison when nobody says otherwise. Each interval holds in 99.5 % of cases
     * whenever one stops, so that at most one unchanged benchmark in 200 can be called changed.
     */
    public static final Options OPTIONS = Options.DEFAULT
            .withMinimumEffect(0.01)
            .withMargin(0.05)
            .withConfidence(0.995)
            .withSessions(Options.Sessions.TOGETHER);

    /** How often any verdict of a whole run may be wrong. */
    static final double RUN_ALPHA = 0.05;

    /** The middle half decides most; the mean is there for what it cannot see. */
    private static final double SHARE_OF_THE_MEAN = 0.2;

    /**
     * The rule for a run.
     *
     * @param options what is asked
     * @param benchmarks how many are asked together, at least 1
     */
    public static SequentialRule of(Options options, int benchmarks) {
        double alpha = Math.min(options.alpha(), RUN_ALPHA / benchmarks);
        return new SequentialRule(
                new SequentialTest(PlannedLooks.DEFAULT, alpha * (1 - SHARE_OF_THE_MEAN)),
                new SequentialTest(PlannedLooks.DEFAULT, alpha * SHARE_OF_THE_MEAN),
                Math.log1p(options.minimumEffect()),
                Math.log1p(options.margin()));
    }

    /** How a benchmark stands after the given blocks; blocks beyond the look that decided it change nothing. */
    public Standing standing(List<LogRatio> logRatios) {
        return standing(logRatios, this::at);
    }

    /** How the middle half alone stands when the benchmark is decided, or after all the blocks where it is not. */
    public Standing standingOfMiddle(List<LogRatio> logRatios) {
        return standing(logRatios, this::middleAt);
    }

    /** The same of the mean. */
    public Standing standingOfMean(List<LogRatio> logRatios) {
        return standing(logRatios, this::meanAt);
    }

    private Standing standing(List<LogRatio> logRatios, Function<List<LogRatio>, Standing> of) {
        Standing standing = new Standing.TooEarly();
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

    /** How often any interval of a benchmark may miss the truth, whenever one stops. */
    public double alpha() {
        return middle.alpha() + mean.alpha();
    }

    /** When it is looked. */
    public PlannedLooks looks() {
        return middle.looks();
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
        return test.lookAt(logRatios.stream().mapToDouble(which).toArray());
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
