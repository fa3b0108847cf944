package org.evenkeel.baselines.verdict.sequential;

import java.util.Arrays;
import org.evenkeel.baselines.analysis.sequential.Look;
import org.evenkeel.baselines.analysis.sequential.PlannedLooks;
import org.evenkeel.baselines.analysis.sequential.SequentialTest;
import org.evenkeel.baselines.verdict.Options;
import org.evenkeel.leakcheck.analysis.Interval;

/**
 * When a benchmark whose sides are measured in turn is decided: at the first planned look whose interval lies beyond the
 * minimum effect, or within the margin.
 *
 * @param test gives the intervals
 * @param minimumEffect as a log ratio
 * @param margin as a log ratio, above the minimum effect
 */
public record SequentialRule(SequentialTest test, double minimumEffect, double margin) {

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

    /**
     * The rule for a run.
     *
     * @param options what is asked
     * @param benchmarks how many are asked together, at least 1
     */
    public static SequentialRule of(Options options, int benchmarks) {
        return new SequentialRule(
                new SequentialTest(PlannedLooks.DEFAULT, Math.min(options.alpha(), RUN_ALPHA / benchmarks)),
                Math.log1p(options.minimumEffect()),
                Math.log1p(options.margin()));
    }

    /** How a benchmark stands after the given blocks; blocks beyond the look that decided it change nothing. */
    public Standing standing(double[] logRatios) {
        Standing standing = new Standing.TooEarly();
        for (int blocks : test.looks().blocks()) {
            if (blocks > logRatios.length || standing.isDecided()) {
                break;
            }
            standing = standing(test.lookAt(Arrays.copyOf(logRatios, blocks)));
        }
        return standing;
    }

    /** Whether no further block can decide anything. */
    public boolean isExhausted(int blocks) {
        return blocks >= test.looks().last();
    }

    private Standing standing(Look look) {
        Interval interval = look.interval();
        if (interval.lower() > minimumEffect) {
            return new Standing.Worse(look);
        }
        if (interval.upper() < -minimumEffect) {
            return new Standing.Better(look);
        }
        return interval.isWithin(new Interval(-margin, margin, interval.confidenceLevel()))
                ? new Standing.Same(look)
                : new Standing.Open(look);
    }

    /**
     * How many more blocks would decide an open benchmark whose ratio and noise stay as they are.
     *
     * @return 0 when even all planned looks would not do
     */
    public int blocksMissing(Look look) {
        double distance = Math.abs(look.estimate().difference());
        double halfWidth = Math.max(distance - minimumEffect, margin - distance);
        int blocks = test.blocksUntil(look, halfWidth);
        return blocks == 0 ? 0 : blocks - look.blocks();
    }
}
