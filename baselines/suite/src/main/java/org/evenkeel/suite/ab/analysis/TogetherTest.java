package org.evenkeel.suite.ab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.compare.analysis.Variance;
import org.evenkeel.kernel.Interval;

/**
 * Whether benchmarks of the same code got slower together. Each has blocks of its own, and noise of its own; Student's test of each
 * gives a probability, and Fisher's method (1932) makes one of them all. So a benchmark that swings takes nothing from what quiet
 * ones show, and four that each are not sure yet are sure together.
 *
 * <p>Two rounds of blocks can show large changes only, by a variance that is not below an assumed one. From the third on the blocks'
 * own variance counts. The error that is allowed is shared out over the looks.
 *
 * @param alpha how often the interval may miss at any look, on both sides together
 */
public record TogetherTest(double alpha) {

    /** After how many blocks of each benchmark is looked. */
    public static final PlannedLooks LOOKS =
            new PlannedLooks(List.of(3, 4, 5, 6, 8, 10, 13, 17, 22, 29, 38, 50, 64), 6);

    /** After so many blocks of each, large changes are looked for. */
    public static final int ROUNDS_OF_THE_LARGE = 2;

    /** What is large, as a relative change. */
    public static final double LARGE = 0.10;

    private static final double SHARE_OF_THE_LARGE = 0.1;

    /** Most blocks of unchanged code that were recorded differ by less than this; it counts as if known from ten of them. */
    private static final double ASSUMED_DEVIATION = 0.07;

    private static final int ASSUMED_FROM = 10;

    /** Blocks that agree to more digits than a clock has are rounded, not quiet. */
    private static final double LEAST_DEVIATION = 1e-5;

    private static final double WIDEST = 10;
    private static final int HALVINGS = 60;

    public TogetherTest {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("expected an alpha between 0 and 1, found " + alpha);
        }
    }

    /**
     * A look.
     *
     * @param rounds blocks of each benchmark that it has seen
     * @param difference the log ratio that all of them fit best, positive being worse
     * @param interval of it; nothing but the difference itself where the benchmarks moved apart, so that no common change fits them all
     * @param range the same, but there from the most that the one that moved least can have moved to the least that the one that moved most
     *     has
     * @param pValue of "none of them changed", two-sided
     */
    public record Together(int rounds, double difference, Interval interval, Interval range, double pValue) {}

    /** Whether there is a look after so many rounds. */
    public static boolean isLook(int rounds) {
        return isEarly(rounds) || LOOKS.blocks().contains(rounds);
    }

    /**
     * The look after so many rounds.
     *
     * @param logRatios for each benchmark its blocks, in their order; of one that needed no more there may be fewer
     * @return empty where fewer than two benchmarks have two blocks: there is nothing to put together
     */
    public Optional<Together> lookAt(List<double[]> logRatios, int rounds) {
        List<Estimate> estimates = estimates(logRatios, rounds);
        if (estimates.size() < 2) {
            return Optional.empty();
        }
        double each = error(rounds);
        double lower = root(truth -> slower(estimates, truth) - each);
        double upper = root(truth -> each - faster(estimates, truth));
        double best = root(truth -> slower(estimates, truth) - faster(estimates, truth));
        // Benchmarks that moved apart fit no common change; what is sure of one of them is kept then.
        Interval interval = new Interval(Math.min(lower, best), Math.max(upper, best), 1 - alpha);
        Interval range = new Interval(Math.min(lower, upper), Math.max(lower, upper), 1 - alpha);
        double pValue = Math.min(1, 2 * Math.min(slower(estimates, 0), faster(estimates, 0)));
        return Optional.of(new Together(rounds, best, interval, range, pValue));
    }

    /**
     * Whether the lower end of that look's interval is above an effect, which costs a hundredth of the look.
     *
     * @param effect as a log ratio
     */
    public boolean isSlower(List<double[]> logRatios, int rounds, double effect) {
        List<Estimate> estimates = estimates(logRatios, rounds);
        return estimates.size() >= 2 && slower(estimates, effect) < error(rounds);
    }

    /** How often one look may miss on one side. */
    private double error(int rounds) {
        double share = isEarly(rounds) ? SHARE_OF_THE_LARGE : (1 - SHARE_OF_THE_LARGE) * LOOKS.share(rounds);
        return alpha * share / 2;
    }

    /** Whether only large changes can be told yet. */
    public static boolean isEarly(int rounds) {
        return rounds == ROUNDS_OF_THE_LARGE;
    }

    private static List<Estimate> estimates(List<double[]> logRatios, int rounds) {
        List<Estimate> estimates = new ArrayList<>();
        for (double[] blocks : logRatios) {
            double[] seen = DoubleStream.of(blocks).limit(rounds).toArray();
            if (seen.length >= ROUNDS_OF_THE_LARGE) {
                estimates.add(seen.length > ROUNDS_OF_THE_LARGE ? own(seen) : assumed(seen));
            }
        }
        return estimates;
    }

    private static Estimate own(double[] blocks) {
        Variance variance = Variance.of(blocks);
        return estimate(blocks, Math.max(LEAST_DEVIATION, Math.sqrt(variance.value())), variance.degreesOfFreedom());
    }

    private static Estimate assumed(double[] blocks) {
        Variance variance = Variance.of(blocks);
        return estimate(
                blocks,
                Math.max(ASSUMED_DEVIATION, Math.sqrt(variance.value())),
                variance.degreesOfFreedom() + ASSUMED_FROM);
    }

    private static Estimate estimate(double[] blocks, double deviation, double degreesOfFreedom) {
        double mean = DoubleStream.of(blocks).sum() / blocks.length;
        return new Estimate(mean, deviation / Math.sqrt(blocks.length), degreesOfFreedom);
    }

    /** How likely blocks as slow as these are, or slower, where nothing is slower than by {@code truth}. */
    private static double slower(List<Estimate> estimates, double truth) {
        return fisher(estimates.stream().mapToDouble(estimate -> estimate.chanceOfMore(truth)));
    }

    private static double faster(List<Estimate> estimates, double truth) {
        return fisher(estimates.stream().mapToDouble(estimate -> 1 - estimate.chanceOfMore(truth)));
    }

    /** The upper tail of chi-square with two degrees of freedom for each probability, which is a Poisson sum. */
    private static double fisher(DoubleStream probabilities) {
        double[] logs = probabilities
                .map(probability -> -Math.log(Math.max(Double.MIN_NORMAL, probability)))
                .toArray();
        double half = DoubleStream.of(logs).sum();
        double term = 1;
        double sum = 1;
        for (int i = 1; i < logs.length; i++) {
            term *= half / i;
            sum += term;
        }
        return Math.min(1, Math.exp(-half) * sum);
    }

    /** Where a rising function passes zero. */
    private static double root(DoubleUnaryOperator rising) {
        double below = -WIDEST;
        double above = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (below + above) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }
}
