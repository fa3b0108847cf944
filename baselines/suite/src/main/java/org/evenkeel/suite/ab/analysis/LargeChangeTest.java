package org.evenkeel.suite.ab.analysis;

import java.util.stream.DoubleStream;
import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.compare.analysis.Variance;

/**
 * A look at the first few blocks that can find large changes and nothing else.
 *
 * <p>Few blocks can agree by chance, so their own variance counts only where it is above an assumed one: four blocks of a benchmark
 * whose forks come in two speeds agree once in 200 times. Noise that is far above what is assumed is what the large effect
 * is for: an interval around it has to clear that as well.
 *
 * @param blocks how many are looked at, at least 3
 * @param alpha how often the interval may miss the true ratio of a benchmark whose noise is as assumed
 */
public record LargeChangeTest(int blocks, double alpha) {

    /** What the whole interval has to lie beyond, as a relative change. */
    public static final double EFFECT = 0.25;

    /** Most blocks of unchanged code that were recorded differ by less than this. */
    private static final double ASSUMED_DEVIATION = 0.07;

    /** As if the assumed deviation were known from so many blocks: Student's t keeps the heavy tails that forks have. */
    private static final int ASSUMED_FROM = 10;

    public LargeChangeTest {
        if (blocks < 3 || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "expected three blocks or more and an alpha between 0 and 1, found " + blocks + " and " + alpha);
        }
    }

    /** What the first blocks say. */
    public Look lookAt(double[] logRatios) {
        Variance own = Variance.of(logRatios);
        double variance = Math.max(ASSUMED_DEVIATION * ASSUMED_DEVIATION, own.value());
        Estimate estimate = new Estimate(
                DoubleStream.of(logRatios).sum() / logRatios.length,
                Math.sqrt(variance / logRatios.length),
                own.degreesOfFreedom() + ASSUMED_FROM);
        return new Look(logRatios.length, estimate, estimate.interval(1 - alpha));
    }
}
