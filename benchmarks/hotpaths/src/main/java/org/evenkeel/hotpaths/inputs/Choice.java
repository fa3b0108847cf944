package org.evenkeel.hotpaths.inputs;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A choice among {@code n} things, numbered from 0, each with its own probability; one draw costs the same for any
 * {@code n} and any weights.
 *
 * <p>Walker's alias method (1977, doi:10.1145/355744.355749), with the table built in linear time as by Vose (1991,
 * doi:10.1109/32.92917). Immutable; each thread brings its own source of random numbers.
 */
public final class Choice {

    /** Of column {@code i}, the part that stands for {@code i} itself; the rest stands for {@code alias[i]}. */
    private final double[] own;

    private final int[] alias;

    private Choice(double[] weights) {
        int n = weights.length;
        if (n == 0) {
            throw new IllegalArgumentException("expected at least one weight, found none");
        }
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("expected finite weights of 0 or more, found " + weight);
            }
            total += weight;
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new IllegalArgumentException("expected weights with a finite sum above 0, found " + total);
        }
        own = new double[n];
        alias = new int[n];
        for (int i = 0; i < n; i++) {
            own[i] = weights[i] / total * n;
            alias[i] = i;
        }
        fillColumns();
    }

    /** Tops each column that is below 1 up to 1, from a column that is above. */
    private void fillColumns() {
        int n = own.length;
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            if (own[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int low = small[--smalls];
            int high = large[larges - 1];
            alias[low] = high;
            own[high] -= 1 - own[low];
            if (own[high] < 1) {
                larges--;
                small[smalls++] = high;
            }
        }
        // What is left differs from 1 by rounding only.
        while (smalls > 0) {
            own[small[--smalls]] = 1;
        }
        while (larges > 0) {
            own[large[--larges]] = 1;
        }
    }

    /** Each of {@code n} with the same probability. */
    public static Choice uniform(int n) {
        return zipf(n, 0);
    }

    /**
     * Zipf's law: the thing of rank {@code i}, counted from 0, with a probability proportional to
     * {@code 1 / (i + 1)^exponent}.
     *
     * @param exponent 0 for a uniform choice; about 1 for words of a language or pages of a site
     */
    public static Choice zipf(int n, double exponent) {
        if (n < 1) {
            throw new IllegalArgumentException("expected 1 or more things to choose from, found " + n);
        }
        double[] weights = new double[n];
        Arrays.setAll(weights, i -> Math.pow(i + 1.0, -exponent));
        return new Choice(weights);
    }

    /** Thing {@code i} with a probability proportional to {@code weights[i]}, such as {@code weighted(5, 3, 1)}. */
    public static Choice weighted(double... weights) {
        return new Choice(weights);
    }

    /** Draws one: a number from 0, below {@link #size}. Allocates nothing. */
    public int next(RandomGenerator random) {
        int column = random.nextInt(own.length);
        return random.nextDouble() < own[column] ? column : alias[column];
    }

    /** How many things there are to choose from. */
    public int size() {
        return own.length;
    }

    /** The probability of each thing, as the table gives it: the weights again, but for rounding. Sums to 1. */
    public double[] probabilities() {
        int n = own.length;
        double[] probabilities = new double[n];
        for (int i = 0; i < n; i++) {
            probabilities[i] += own[i] / n;
            probabilities[alias[i]] += (1 - own[i]) / n;
        }
        return probabilities;
    }
}
