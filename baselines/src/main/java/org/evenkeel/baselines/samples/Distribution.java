package org.evenkeel.baselines.samples;

import java.util.Arrays;

/** How long the calls of one result took: distinct times with their counts, over all its forks. */
public final class Distribution {

    private final double[] values;
    private final long[] counts;

    /**
     * Makes a distribution.
     *
     * @param values in the result's unit, strictly ascending, at least one
     * @param counts how many calls took each, at least 1
     */
    public Distribution(double[] values, long[] counts) {
        if (values.length == 0 || values.length != counts.length) {
            throw new IllegalArgumentException(values.length + " times with " + counts.length + " counts");
        }
        for (int i = 0; i < values.length; i++) {
            if (counts[i] < 1 || (i > 0 && !(values[i - 1] < values[i]))) {
                throw new IllegalArgumentException("times do not ascend, or one has no count, at " + i);
            }
        }
        this.values = values.clone();
        this.counts = counts.clone();
    }

    /** The shortest time of a call. */
    public double least() {
        return values[0];
    }

    /** The longest time of a call. */
    public double most() {
        return values[values.length - 1];
    }

    /** How many calls there were. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /**
     * The smallest times that at least the given shares of all calls do not pass (nearest rank).
     *
     * @param ranks ascending, each above 0 and at most 1
     */
    public double[] percentiles(double... ranks) {
        long total = total();
        double[] result = new double[ranks.length];
        int at = 0;
        long below = 0;
        for (int rank = 0; rank < ranks.length; rank++) {
            long needed = Math.min(total, Math.max(1, (long) Math.ceil(ranks[rank] * total)));
            while (below + counts[at] < needed) {
                below += counts[at];
                at++;
            }
            result[rank] = values[at];
        }
        return result;
    }

    /**
     * How many calls fall between each two edges; a call on an edge belongs to what is above it, and whatever lies
     * outside of all edges is not counted.
     *
     * @param edges strictly ascending, at least two
     */
    public long[] countsBetween(double... edges) {
        long[] bins = new long[edges.length - 1];
        for (int i = 0; i < values.length; i++) {
            int found = Arrays.binarySearch(edges, values[i]);
            int bin = found >= 0 ? found : -found - 2;
            if (bin >= 0 && bin < bins.length) {
                bins[bin] += counts[i];
            }
        }
        return bins;
    }

    @Override
    public String toString() {
        return total() + " calls from " + least() + " to " + most();
    }
}
