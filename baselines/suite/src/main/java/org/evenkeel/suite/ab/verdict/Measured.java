package org.evenkeel.suite.ab.verdict;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Series;

/**
 * What is there of one benchmark: its blocks, and what kept others from being there.
 *
 * @param identity of its score
 * @param base one fork per block, in the order of the blocks
 * @param current the same for the other side, as many
 * @param broken why the current side gives no number
 * @param notJudged why it is not judged although nothing is known to be wrong with it
 * @param hindrance what cost it blocks that others would have had time for, and what helps against that; more time alone does not
 * @param blockTime how long one block takes
 */
public record Measured(
        Identity identity,
        List<Fork> base,
        List<Fork> current,
        Optional<String> broken,
        Optional<String> notJudged,
        Optional<String> hindrance,
        Duration blockTime) {

    /** A share of less is less than an object. */
    private static final double LEAST_BYTES = 800;

    public Measured {
        base = List.copyOf(base);
        current = List.copyOf(current);
        if (base.size() != current.size()) {
            throw new IllegalArgumentException(identity + " has " + base.size() + " forks of the base and "
                    + current.size() + " of the other side");
        }
    }

    /** A benchmark that lost no block. */
    public Measured(
            Identity identity,
            List<Fork> base,
            List<Fork> current,
            Optional<String> broken,
            Optional<String> notJudged,
            Duration blockTime) {
        this(identity, base, current, broken, notJudged, Optional.empty(), blockTime);
    }

    /** How many blocks there are. */
    public int blocks() {
        return base.size();
    }

    /** The same as it was after so many of its blocks. */
    Measured after(int blocks) {
        return new Measured(
                identity, base.subList(0, blocks), current.subList(0, blocks), broken, notJudged, hindrance, blockTime);
    }

    /** One per block; none where a fork gave no number above 0. */
    public List<LogRatio> logRatios() {
        if (blocks() == 0) {
            return List.of();
        }
        double[] middles = logRatios(identity);
        Identity all = identity.withMetric(Forks.MEAN);
        // Forks that have single calls in place of iterations have one number each.
        double[] means = baseSeries().containsKey(all) && currentSeries().containsKey(all) ? logRatios(all) : middles;
        return IntStream.range(0, Math.min(middles.length, means.length))
                .mapToObj(block -> new LogRatio(middles[block], means[block]))
                .toList();
    }

    /** Of the bytes allocated per operation, one per block; none where forks say nothing of it, or next to nothing is allocated. */
    double[] allocationRatios() {
        Identity allocation = identity.withMetric(Metric.ALLOCATION);
        Series before = blocks() == 0 ? null : baseSeries().get(allocation);
        Series now = blocks() == 0 ? null : currentSeries().get(allocation);
        return before == null || now == null || isNextToNothing(before) || isNextToNothing(now)
                ? new double[0]
                : LogRatios.of(before, now);
    }

    private static boolean isNextToNothing(Series bytes) {
        return Arrays.stream(bytes.forks()).anyMatch(fork -> fork < LEAST_BYTES);
    }

    private double[] logRatios(Identity metric) {
        return LogRatios.of(
                Objects.requireNonNull(baseSeries().get(metric), metric.toString()),
                Objects.requireNonNull(currentSeries().get(metric), metric.toString()));
    }

    /** The series of all metrics of the base. */
    public SortedMap<Identity, Series> baseSeries() {
        return Forks.series(base, current);
    }

    /** The same of the other side, in the units of the base where they turn into one another: a change may touch them as well. */
    public SortedMap<Identity, Series> currentSeries() {
        return Forks.inUnitsOf(base, Forks.series(current, base));
    }

    /** Whether blocks of it are worth measuring, whatever they show. */
    public boolean isSound() {
        return broken.isEmpty() && notJudged.isEmpty();
    }
}
