package org.evenkeel.compare.samples;

import java.util.Arrays;
import java.util.List;

/** How long the calls of one result took: distinct times with their counts, over all its forks. */
public final class Distribution {

    /**
     * By how much the logarithm of the odds of a call that takes longer differs from one session of unchanged code to the next, for one call
     * in a hundred: twice as many, or half. With one caller of {@code conversations} the share of calls above 1 µs was 0.4, 1.2, 1.3, 1.8
     * and 2.5 % in five sessions.
     */
    private static final double MORE_ODDS_OF_A_HUNDREDTH = Math.log(2);

    /** As much as is assumed at the most of anything short. */
    private static final double NOISE_OF_ONE_CALL = 0.25;

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

    /**
     * A distribution of times in any order, some of them perhaps alike.
     *
     * @param count how many of both arrays count, from the first on, at least one
     */
    static Distribution of(double[] times, long[] timesCounts, int count) {
        double[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        int distinct = 0;
        for (double time : sorted) {
            if (distinct == 0 || time != sorted[distinct - 1]) {
                sorted[distinct++] = time;
            }
        }
        double[] values = Arrays.copyOf(sorted, distinct);
        long[] counts = new long[distinct];
        for (int i = 0; i < count; i++) {
            int at = Arrays.binarySearch(values, times[i]);
            counts[at] = Math.addExact(counts[at], timesCounts[i]);
        }
        return new Distribution(values, counts);
    }

    /** The calls of several, at least one. */
    static Distribution together(List<Distribution> some) {
        if (some.size() == 1) {
            return some.get(0);
        }
        double[] times =
                some.stream().flatMapToDouble(one -> Arrays.stream(one.values)).toArray();
        long[] counts =
                some.stream().flatMapToLong(one -> Arrays.stream(one.counts)).toArray();
        return of(times, counts, times.length);
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
     * How unsure a percentile is by the shape of the distribution alone: the mean of by how much its logarithm moves when slow calls
     * are as many more, or as many fewer, as they are in other sessions of the same code. Next to nothing within a mode. Where a percentile
     * stands at the foot of a cliff, between calls that hit a cache, say, and those that miss it, it is large: a few more
     * misses, and it is that of a miss. What is rare varies by more, as the inverse root of how often it comes, as everything that is counted.
     *
     * @param rank above 0 and below 1
     */
    public double noiseOfPercentile(double rank) {
        double odds = (1 - rank) / rank;
        double ofSessions = MORE_ODDS_OF_A_HUNDREDTH * MORE_ODDS_OF_A_HUNDREDTH * 0.01 / (1 - rank);
        // Of few calls, which of them are the slow ones is chance besides: the variance of the log odds of a binomial
        // share.
        double ofCounting = 1 / (total() * rank * (1 - rank));
        double more = Math.exp(Math.sqrt(ofSessions + ofCounting));
        double[] around = percentiles(1 / (1 + odds * more), 1 / (1 + odds / more));
        double least = values[0] > 0 || values.length == 1 ? values[0] : values[1];
        return around[1] > around[0] ? Math.log(around[1] / Math.max(around[0], least)) / 2 : 0;
    }

    /**
     * How unsure the mean is by the shape of the distribution alone: the standard error of its logarithm, were calls independent. It is large
     * where a few calls make up the sum, as one of 19 ms did among 12,000 of 0.15 µs. A handful of calls that agree knows little
     * of its own deviation, so that of few is taken for larger; of a single one nothing is known but that it is a single one.
     */
    public double noiseOfMean() {
        long total = total();
        if (total == 1) {
            return NOISE_OF_ONE_CALL;
        }
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += counts[i] * (values[i] / total);
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += counts[i] * (values[i] - mean) * (values[i] - mean);
        }
        double error = Math.sqrt(squares / (total - 1.0) / total);
        return mean > 0 ? error / mean * Math.sqrt((total + 1.0) / (total - 1.0)) : 0;
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
