package org.evenkeel.compare.analysis.changepoint;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenkeel.kernel.Statistics;

/**
 * The place at which a series falls apart into two levels most clearly, and how likely chance is to show one as clear.
 *
 * @param index of the first value of the later part
 * @param isSignificant whether shuffled series seldom show one as clear
 */
record LargestSplit(int index, boolean isSignificant) {

    /** Fewest values on either side: fewer are an outlier, or a machine's bad week. */
    static final int LEAST_PART = 5;

    private static final int SHUFFLES = 499;

    /** A shuffled series may be as clear this often: alpha is 1 %, (1 + 4) / (499 + 1). */
    private static final int MOST_AS_CLEAR = 4;

    /** How many nights in a row share the machine's mood. */
    private static final int BLOCK = 4;

    /** A series with fewer than a dozen blocks, and the blocks it is shuffled in besides. */
    private static final int SHORT = 12 * BLOCK;

    private static final int SHORT_BLOCK = 2;

    /** Standard deviations between the levels of such a series. */
    private static final double FAR_APART = 3;

    /** Of all pairs of a value before and one after, so many have to be in the order of the levels. */
    private static final double PAIRS_IN_ORDER = 0.98;

    private static final int NEIGHBOURS = 3;

    /** Looks for it in at least {@code 2 * LEAST_PART} values. */
    static LargestSplit of(double[] values) {
        double[] calm = Outliers.winsorized(values, NEIGHBOURS);
        Clearest observed = Clearest.of(calm);
        boolean isSeldom = isSeldom(calm, observed, BLOCK)
                || (calm.length < SHORT && isFarApart(calm, observed.index()) && isSeldom(calm, observed, SHORT_BLOCK));
        return new LargestSplit(observed.index(), isSeldom);
    }

    private static boolean isSeldom(double[] calm, Clearest observed, int block) {
        // The same series is always judged alike.
        SplittableRandom random = new SplittableRandom(calm.length);
        int asClear = 0;
        double[] shuffled = new double[calm.length];
        for (int i = 0; i < SHUFFLES && asClear <= MOST_AS_CLEAR; i++) {
            shuffle(calm, shuffled, random, block);
            if (Clearest.of(shuffled).size() >= observed.size() * (1 - 1e-9)) {
                asClear++;
            }
        }
        return asClear <= MOST_AS_CLEAR;
    }

    /**
     * A short series has so few blocks that chance puts those of a step together too often to be told. One whose parts hardly overlap, and
     * lie apart by several times what they differ by, is no mood of four nights.
     */
    private static boolean isFarApart(double[] values, int index) {
        double[] before = Arrays.copyOf(values, index);
        double[] after = Arrays.copyOfRange(values, index, values.length);
        double[] residuals = new double[values.length];
        double first = Statistics.median(before);
        double second = Statistics.median(after);
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = values[i] - (i < index ? first : second);
        }
        return inOrder(before, after, second > first) >= PAIRS_IN_ORDER
                && Math.abs(second - first) > FAR_APART * Statistics.deviation(residuals);
    }

    /** The share of pairs whose later value is the larger one, or the smaller one. */
    private static double inOrder(double[] before, double[] after, boolean isRising) {
        int count = 0;
        for (double earlier : before) {
            for (double later : after) {
                count += later > earlier == isRising ? 1 : 0;
            }
        }
        return (double) count / (before.length * after.length);
    }

    /** Puts blocks of neighbours into another order; where the first block ends is chance too. */
    private static void shuffle(double[] from, double[] into, SplittableRandom random, int length) {
        int n = from.length;
        int first = 1 + random.nextInt(length);
        int blocks = 1 + (n - first + length - 1) / length;
        int[] order = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        int at = 0;
        for (int block : order) {
            int start = block == 0 ? 0 : first + (block - 1) * length;
            int end = Math.min(n, first + block * length);
            System.arraycopy(from, start, into, at, end - start);
            at += end - start;
        }
    }

    /** The largest cumulative sum of deviations from the mean, weighted as for a test of two means (Page 1954). */
    private record Clearest(int index, double size) {

        static Clearest of(double[] values) {
            int n = values.length;
            double mean = 0;
            for (double value : values) {
                mean += value / n;
            }
            double sum = 0;
            double largest = -1;
            int index = LEAST_PART;
            for (int split = 1; split <= n - LEAST_PART; split++) {
                sum += values[split - 1] - mean;
                double size = sum * sum * n / ((double) split * (n - split));
                if (split >= LEAST_PART && size > largest) {
                    largest = size;
                    index = split;
                }
            }
            return new Clearest(index, largest);
        }
    }
}
