package org.evenkeel.leakcheck.analysis;

import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * Everything that is asked of one series before it is judged. It looks at the tail of the series only: the operations
 * before it count as warm-up, and since the tail grows with the run, so does the warm-up that is left out.
 *
 * @param points samples in the tail
 * @param warmup samples before it
 * @param operations operations that the tail spans
 * @param slope Theil-Sen slope of the tail
 * @param blocks growth block by block
 * @param rates growth per operation and per batch apart
 * @param envelope the rise of lowest and highest readings
 * @param lateEnvelope the same of the later half of the operations
 * @param latePoints samples in that half
 * @param models the shapes in competition
 * @param steps which way the tail went from sample to sample
 * @param octaves growth doubling by doubling, of the whole series
 * @param lowest bounds of growth per operation by the lowest readings
 * @param lateBlocks growth block by block in the later half of the operations
 */
public record Trend(
        int points,
        int warmup,
        double operations,
        TheilSenSlope slope,
        BlockGrowth blocks,
        TwoRates rates,
        Envelope envelope,
        Envelope lateEnvelope,
        int latePoints,
        ModelComparison models,
        Steps steps,
        OctaveGrowth octaves,
        Interval lowest,
        BlockGrowth lateBlocks) {

    /** Samples that a trend takes at least. */
    public static final int LEAST_POINTS = 15;

    /** The tail: two doublings of the operations. */
    private static final double TAIL = 0.75;
    /** Its later part: one doubling. */
    private static final double LATE = 0.5;

    /**
     * Fits the tail of a series.
     *
     * @param series at least {@link #LEAST_POINTS} points
     * @param confidenceLevel of all intervals
     * @param resolution the smallest deviation worth describing, in the unit of the series
     */
    public static Trend of(SignalSeries series, double confidenceLevel, double resolution) {
        if (series.size() < LEAST_POINTS) {
            throw new IllegalArgumentException(
                    "a trend of " + series.size() + " samples; expected at least " + LEAST_POINTS);
        }
        SignalSeries tail = series.tail(TAIL, LEAST_POINTS);
        SignalSeries late = series.tail(LATE, LEAST_POINTS);
        TheilSenSlope slope = TheilSenSlope.of(tail, confidenceLevel);
        return new Trend(
                tail.size(),
                series.size() - tail.size(),
                tail.span(),
                slope,
                BlockGrowth.of(tail),
                TwoRates.of(tail, confidenceLevel),
                Envelope.of(tail, slope.perOperation()),
                Envelope.of(late, 0),
                late.size(),
                ModelComparison.of(tail, resolution),
                Steps.of(tail),
                OctaveGrowth.of(series),
                RankBounds.of(tail),
                BlockGrowth.of(late));
    }

    /** Mean operations per batch in the tail. */
    public double operationsPerBatch() {
        return operations / (points - 1);
    }
}
