package org.evenkeel.suite.ab.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * What one short fork does. It is measured in slices that are shorter than it is, so that the reader can see where warm-up
 * ended, and how fast the calm part of the fork was.
 *
 * @param warmup time before what is measured; the forks of both sides warm up at once
 * @param iterations measured slices, at least 4
 * @param iterationTime length of each slice
 */
public record ForkShape(Duration warmup, int iterations, Duration iterationTime) {

    /** Two seconds to warm up, beside the other side, and one and a half to measure in turn with it. */
    public static final ForkShape SHORT = new ForkShape(Duration.ofSeconds(2), 15, Duration.ofMillis(100));

    private static final int FEWEST_ITERATIONS = 4;
    private static final int FEWEST_WITHOUT_A_CROWD = 10;
    /** A machine that becomes slower meets one of the two forks first; the middle half of eight slices can do without two. */
    private static final int FEWEST_OF_A_CROWD = 8;

    private static final int MOST_ITERATIONS = 40;

    /** Of a fork whose slices scatter; beyond, more forks tell more than longer ones. */
    private static final Duration LONGEST_SLICE = Duration.ofMillis(400);

    /** Behind each piece of warm-up the compiler has the machine to itself until it is done. */
    private static final int MOST_WARMUP_ITERATIONS = 4;

    /**
     * JMH begins and ends a slice when every thread has been on a processor, which with 25 threads for each takes some 300 ms on
     * Linux, and divides each thread's operations by its own time. In slices that are not long against that, a score of fifty
     * threads on two processors jumps to four times its value now and then, and most of the fork goes into beginnings and ends.
     */
    private static final Duration FOR_EACH_THREAD_OF_A_PROCESSOR = Duration.ofMillis(40);

    private static final Duration LONGEST_FOR_THREADS = Duration.ofMillis(500);

    /** What JMH and two JVMs need to start, open a path and stop, as seen with one caller on two cores. */
    private static final Duration OVERHEAD = Duration.ofMillis(1800);

    public ForkShape {
        if (warmup.isNegative() || iterations < FEWEST_ITERATIONS || iterationTime.isNegative()) {
            throw new IllegalArgumentException("expected at least " + FEWEST_ITERATIONS
                    + " iterations of a fork, found " + iterations + " after " + warmup);
        }
    }

    /** A fork that warms up and measures for given times. */
    public static ForkShape of(Duration warmup, Duration measured) {
        return sliced(warmup, measured, SHORT.iterationTime, FEWEST_WITHOUT_A_CROWD);
    }

    /** The fork that so many threads need: the same one, unless they are more than there are processors. */
    public ForkShape forThreads(int threads, int processors) {
        if (threads <= processors) {
            return this;
        }
        Duration needed = FOR_EACH_THREAD_OF_A_PROCESSOR.multipliedBy(threads).dividedBy(processors);
        Duration slice = needed.compareTo(LONGEST_FOR_THREADS) < 0 ? needed : LONGEST_FOR_THREADS;
        if (slice.compareTo(iterationTime) <= 0) {
            return this;
        }
        Duration measured = iterationTime.multipliedBy(iterations);
        Duration whole = slice.multipliedBy(FEWEST_OF_A_CROWD);
        return sliced(warmup, measured.compareTo(whole) > 0 ? measured : whole, slice, FEWEST_OF_A_CROWD);
    }

    /** The same fork after so much warm-up. */
    public ForkShape after(Duration before) {
        return new ForkShape(before, iterations, iterationTime);
    }

    /** The same fork with slices twice as long; empty where they are long already. */
    public Optional<ForkShape> withLongerSlices() {
        Duration longer = iterationTime.multipliedBy(2);
        return longer.compareTo(LONGEST_SLICE) > 0
                ? Optional.empty()
                : Optional.of(new ForkShape(warmup, iterations, longer));
    }

    /**
     * The same fork with fewer slices, where a block took more than twice as long as it should have. To begin and end a slice of a
     * crowd that never waits for anything but a processor takes a second and more, however short it is.
     */
    public Optional<ForkShape> afterABlockOf(Duration took) {
        if (took.compareTo(blockTime().multipliedBy(2)) <= 0 || iterations <= FEWEST_ITERATIONS) {
            return Optional.empty();
        }
        long fewer = Math.max(FEWEST_ITERATIONS, iterations * blockTime().toMillis() / took.toMillis());
        return Optional.of(new ForkShape(warmup, (int) fewer, iterationTime));
    }

    /** In how many pieces the fork warms up, none of them shorter than what is measured. */
    public int warmupIterations() {
        if (warmup.isZero()) {
            return 0;
        }
        long pieces = iterationTime.isZero() ? 1 : warmup.dividedBy(iterationTime);
        return (int) Math.max(1, Math.min(MOST_WARMUP_ITERATIONS, pieces));
    }

    /** How long each of these pieces is. */
    public Duration warmupIterationTime() {
        return warmup.dividedBy(Math.max(1, warmupIterations()));
    }

    /** How long one block of two forks takes, about. */
    public Duration blockTime() {
        return iterationTime.multipliedBy(2L * iterations).plus(warmup).plus(OVERHEAD);
    }

    private static ForkShape sliced(Duration warmup, Duration measured, Duration slice, int fewest) {
        int iterations = (int) Math.max(fewest, Math.min(MOST_ITERATIONS, measured.toMillis() / slice.toMillis()));
        Duration each = Duration.ofMillis(Math.max(1, measured.toMillis() / iterations));
        return new ForkShape(warmup, iterations, each);
    }
}
