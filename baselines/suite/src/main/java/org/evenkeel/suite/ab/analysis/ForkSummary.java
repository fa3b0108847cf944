package org.evenkeel.suite.ab.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.evenkeel.kernel.Statistics;

/**
 * What a short fork says, from its iterations on the log scale.
 *
 * <p>Two of its numbers decide. The middle half is the mean of the iterations whose ratio to those of the other fork is in the
 * middle: a machine that becomes slower meets one of the two forks first, and for the length of one iteration they look as
 * if one were two or three times as fast. The mean has seen all that callers saw, what comes seldom included. The fast quarter stands
 * beside them, and decides nothing.
 *
 * @param steadyFrom the first iteration that counts; those before it were warm-up
 * @param logMiddle mean of the logarithms of the middle half from there on
 * @param logMean mean of the logarithms from there on: the log of the geometric mean
 * @param logFastQuarter the quartile of the logarithms on the fast side, from there on
 */
public record ForkSummary(int steadyFrom, double logMiddle, double logMean, double logFastQuarter) {

    /** Of fewer iterations, no half says anything. */
    private static final int FEWEST_TO_TELL = 4;

    /** Of fewer, the least standard error is a matter of luck: it left two of four, which by chance were alike. */
    private static final int FEWEST_TO_TRUNCATE = 10;

    /** Of fewer, a median would be a single one. */
    private static final int FEWEST_FOR_MEDIANS = 8;

    private static final double FASTER_AFTER_WARMUP = 1.25;

    /** A machine that becomes faster lifts both forks of a block alike, and by no more than this as a rule; a compiler may well. */
    private static final double FASTER_THAN_ANY_MACHINE = 1.6;

    /** What one fork may gain on the other meanwhile, */
    private static final double GAINED_ON_THE_OTHER = 1.1;

    /** and by how many standard errors it has to, */
    private static final double SURELY = 3;

    /** of a difference between the medians of a half and of a quarter, times the root of the number of iterations. */
    private static final double STANDARD_ERROR_OF_A_GAIN = 1.2533 * Math.sqrt(2 + 4);

    /**
     * Summarises a fork beside the one that it took turns with. What comes and goes on the machine met the same iterations of
     * both, so the same are left out of both: those before their ratio is steady.
     *
     * @param iterations in the order in which they ran, at least one, all above 0
     * @param beside the iterations of the other fork; where they are not as many, each fork stands for itself
     * @param fastIsSmall whether a smaller number is a faster one
     */
    public static ForkSummary of(double[] iterations, double[] beside, boolean fastIsSmall) {
        double[] logs = logs(iterations);
        double[] compared = iterations.length == beside.length ? differences(logs, logs(beside)) : logs;
        int from = steadyFrom(compared);
        double[] steady = Arrays.copyOfRange(logs, from, logs.length);
        double middle = middle(steady, Arrays.copyOfRange(compared, from, compared.length));
        double mean = Arrays.stream(steady).sum() / steady.length;
        Arrays.sort(steady);
        int quarter = (steady.length - 1) / 4;
        return new ForkSummary(from, middle, mean, steady[fastIsSmall ? quarter : steady.length - 1 - quarter]);
    }

    /** The mean of the logs at the places that are left when a quarter of what they are compared by is left out at either end. */
    private static double middle(double[] logs, double[] compared) {
        int quarter = logs.length / 4;
        return IntStream.range(0, logs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> compared[i]))
                .skip(quarter)
                .limit(logs.length - 2L * quarter)
                .mapToDouble(i -> logs[i])
                .average()
                .orElseThrow();
    }

    /** Beside that of a mean. */
    private static final double ERROR_OF_A_MIDDLE = 1.1;

    private static double[] logs(double[] iterations) {
        return Arrays.stream(iterations).map(Math::log).toArray();
    }

    private static double[] differences(double[] some, double[] others) {
        double[] differences = new double[some.length];
        Arrays.setAll(differences, i -> some[i] - others[i]);
        return differences;
    }

    /**
     * Whether two forks that took turns were warming up for too long to be compared: one of them by the rule for one fork, and either it
     * gained on the other, or both became faster by more than machines do. What lifts both alike leaves their ratio as it is.
     *
     * @param iterations in the order in which they ran, all above 0
     * @param beside those of the other fork
     * @param fastIsSmall whether a smaller number is a faster one
     */
    public static boolean stillWarmUp(double[] iterations, double[] beside, boolean fastIsSmall) {
        if (!stillWarmsUp(iterations, fastIsSmall) && !stillWarmsUp(beside, fastIsSmall)) {
            return false;
        }
        if (iterations.length != beside.length || iterations.length < FEWEST_FOR_MEDIANS) {
            return true;
        }
        double[] ratios = differences(logs(iterations), logs(beside));
        double noise = Statistics.deviation(differences(ratios)) / Math.sqrt(2) * STANDARD_ERROR_OF_A_GAIN;
        double faster = Math.abs(gain(logs(iterations)));
        double fasterBeside = Math.abs(gain(logs(beside)));
        return Math.abs(gain(ratios))
                        > Math.max(Math.log(GAINED_ON_THE_OTHER), SURELY * noise / Math.sqrt(ratios.length))
                || Math.min(faster, fasterBeside) > Math.log(FASTER_THAN_ANY_MACHINE);
    }

    /**
     * The standard error of the log ratio of two forks that took turns, by their slices alone; 0 where there are too few to tell.
     *
     * @param iterations in the order in which they ran, all above 0
     * @param beside those of the other fork
     */
    public static double errorOfRatio(double[] iterations, double[] beside) {
        if (iterations.length != beside.length || iterations.length < FEWEST_FOR_MEDIANS) {
            return 0;
        }
        double[] steps = differences(differences(logs(iterations), logs(beside)));
        return Statistics.deviation(steps) / Math.sqrt(2) * ERROR_OF_A_MIDDLE / Math.sqrt(iterations.length);
    }

    /** From each to the next: what is left of them when they drift. */
    private static double[] differences(double[] values) {
        double[] steps = new double[values.length - 1];
        Arrays.setAll(steps, i -> values[i + 1] - values[i]);
        return steps;
    }

    /**
     * How many times as fast the last quarter of two forks is as their first half, by the median of each: that of the one that gained less; 1
     * where there are too few iterations to tell.
     *
     * @param iterations in the order in which they ran, all above 0
     * @param beside those of the other fork
     * @param fastIsSmall whether a smaller number is a faster one
     */
    public static double leastGain(double[] iterations, double[] beside, boolean fastIsSmall) {
        if (Math.min(iterations.length, beside.length) < FEWEST_FOR_MEDIANS) {
            return 1;
        }
        double one = gain(logs(iterations));
        double other = gain(logs(beside));
        return Math.exp(fastIsSmall ? -Math.max(one, other) : Math.min(one, other));
    }

    /** From the first half to the last quarter, by the median of each. */
    private static double gain(double[] logs) {
        return Statistics.median(Arrays.copyOfRange(logs, logs.length * 3 / 4, logs.length))
                - Statistics.median(Arrays.copyOf(logs, logs.length / 2));
    }

    /**
     * Whether a fork was warming up for so long that too little is left of it: its last quarter is faster than its first half, by the
     * median of each, by more than a quarter. Of fewer than eight iterations, each of the second half has to be faster by so much
     * than each of the first. Code that is compiled while it is measured becomes faster by far more, and dropping
     * half of the fork is not enough then.
     *
     * @param iterations in the order in which they ran, all above 0
     * @param fastIsSmall whether a smaller number is a faster one
     */
    public static boolean stillWarmsUp(double[] iterations, boolean fastIsSmall) {
        if (iterations.length < FEWEST_TO_TELL) {
            return false;
        }
        double[] rates =
                fastIsSmall ? Arrays.stream(iterations).map(time -> 1 / time).toArray() : iterations;
        double[] firstHalf = Arrays.copyOf(rates, rates.length / 2);
        if (rates.length < FEWEST_FOR_MEDIANS) {
            double[] secondHalf = Arrays.copyOfRange(rates, (rates.length + 1) / 2, rates.length);
            return Arrays.stream(secondHalf).min().orElseThrow()
                    > FASTER_AFTER_WARMUP * Arrays.stream(firstHalf).max().orElseThrow();
        }
        double[] lastQuarter = Arrays.copyOfRange(rates, rates.length * 3 / 4, rates.length);
        return Statistics.median(lastQuarter) > FASTER_AFTER_WARMUP * Statistics.median(firstHalf);
    }

    /**
     * Where warm-up ended: the truncation that makes the standard error of what is left the smallest, and drops no more
     * than half (MSER, White 1997, doi:10.1177/003754979706900601). Of few iterations all are kept.
     */
    static int steadyFrom(double[] logs) {
        int best = 0;
        if (logs.length < FEWEST_TO_TRUNCATE) {
            return best;
        }
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        // From the end to the front, so that each truncation costs one step.
        for (int from = logs.length - 1; from >= 0; from--) {
            double centred = logs[from] - logs[logs.length - 1];
            sum += centred;
            squares += centred * centred;
            int left = logs.length - from;
            double deviations = Math.max(0, squares - sum * sum / left);
            if (2 * from <= logs.length && deviations / left / left <= least) {
                least = deviations / left / left;
                best = from;
            }
        }
        return best;
    }
}
