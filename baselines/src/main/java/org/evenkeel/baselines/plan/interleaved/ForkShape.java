package org.evenkeel.baselines.plan.interleaved;

import java.time.Duration;

/**
 * What one short fork does. Its iterations are much shorter than it is, so that the reader can see where warm-up ended,
 * and how fast the calm part of the fork was.
 *
 * @param warmupIterations iterations before the measured ones
 * @param iterations measured iterations, at least 10
 * @param iterationTime length of each iteration
 */
public record ForkShape(int warmupIterations, int iterations, Duration iterationTime) {

    /** One second to warm up, and one to measure. */
    public static final ForkShape SHORT = new ForkShape(10, 10, Duration.ofMillis(100));

    private static final int FEWEST_ITERATIONS = 10;

    /** What JMH and a JVM need to start, open a path and stop, as seen on two cores; tells the time left only. */
    private static final Duration OVERHEAD = Duration.ofMillis(1100);

    public ForkShape {
        if (warmupIterations < 0 || iterations < FEWEST_ITERATIONS || iterationTime.isNegative()) {
            throw new IllegalArgumentException("expected at least " + FEWEST_ITERATIONS
                    + " iterations of a fork, found " + iterations + " after " + warmupIterations);
        }
    }

    /** A fork that warms up and measures for given times. */
    public static ForkShape of(Duration warmup, Duration measured) {
        long slice = SHORT.iterationTime.toMillis();
        int iterations = (int) Math.max(FEWEST_ITERATIONS, Math.min(40, measured.toMillis() / slice));
        Duration each = Duration.ofMillis(Math.max(1, measured.toMillis() / iterations));
        int before = (int) Math.ceil((double) warmup.toMillis() / each.toMillis());
        return new ForkShape(before, iterations, each);
    }

    /** The same fork after so many iterations of warm-up. */
    public ForkShape after(int iterationsBefore) {
        return new ForkShape(iterationsBefore, iterations, iterationTime);
    }

    /** How long one block of two forks takes, about. */
    public Duration blockTime() {
        return iterationTime
                .multipliedBy(warmupIterations + (long) iterations)
                .plus(OVERHEAD)
                .multipliedBy(2);
    }
}
