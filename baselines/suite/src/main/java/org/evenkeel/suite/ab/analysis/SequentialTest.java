package org.evenkeel.suite.ab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.compare.analysis.Variance;

/**
 * Student's test on paired log ratios, one per block, at planned looks. The error that is allowed is shared out
 * over the looks, so that whichever of them one stops at, and why, the interval is right in all but {@code alpha} of cases.
 *
 * <p>A benchmark's own blocks are all that is known of its noise. Weighing them against a variance that is assumed finds
 * nothing sooner that matters, and called three times as many unchanged benchmarks where they were noisier than assumed.
 *
 * @param looks when to look
 * @param alpha how often any of the intervals may miss the true ratio
 */
public record SequentialTest(PlannedLooks looks, double alpha) {

    /** Blocks that agree to more digits than a clock has are rounded, not quiet. */
    private static final double LEAST_VARIANCE = 1e-10;

    public SequentialTest {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("expected an alpha between 0 and 1, found " + alpha);
        }
    }

    /** All looks that the blocks so far allow, in turn. */
    public List<Look> looksAt(double[] logRatios) {
        List<Look> reached = new ArrayList<>();
        for (int blocks : looks.blocks()) {
            if (blocks <= logRatios.length) {
                reached.add(lookAt(Arrays.copyOf(logRatios, blocks)));
            }
        }
        return reached;
    }

    /** What the first blocks say, as one of the planned looks. */
    public Look lookAt(double[] logRatios) {
        Estimate estimate = estimate(logRatios);
        return new Look(logRatios.length, estimate, estimate.interval(1 - alpha * looks.share(logRatios.length)));
    }

    private Estimate estimate(double[] logRatios) {
        Variance variance = Variance.of(logRatios);
        return new Estimate(
                DoubleStream.of(logRatios).sum() / logRatios.length,
                Math.sqrt(Math.max(LEAST_VARIANCE, variance.value()) / logRatios.length),
                variance.degreesOfFreedom());
    }

    /**
     * The first planned look at which a benchmark would be decided whose ratio and noise stay as they are.
     *
     * @param halfWidth how narrow the interval has to be around the estimate
     * @return the number of blocks; 0 when even the last look would not do
     */
    public int blocksUntil(Look now, double halfWidth) {
        double variance = now.estimate().standardError() * now.estimate().standardError() * now.blocks();
        for (int blocks : looks.blocks()) {
            double degrees = now.estimate().degreesOfFreedom() + blocks - now.blocks();
            Estimate then = new Estimate(now.estimate().difference(), Math.sqrt(variance / blocks), degrees);
            if (blocks > now.blocks() && then.margin(alpha * looks.share(blocks) / 2) <= halfWidth) {
                return blocks;
            }
        }
        return 0;
    }
}
