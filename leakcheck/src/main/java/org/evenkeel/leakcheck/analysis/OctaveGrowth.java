package org.evenkeel.leakcheck.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.kernel.Statistics;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * Growth per operation in each doubling of the operations, the latest first. What grows in proportion to the operations
 * has about the same rate in each, even where it grows in steps that double, as an array does that is copied into a larger
 * one; what levels off has ever smaller rates; what leaves a little with every batch has rates that halve.
 *
 * @param rates growth per operation between half of the operations and all, a quarter and half, and so on
 */
public record OctaveGrowth(List<Double> rates) {

    /** Share of a batch by which its neighbour has to differ to say anything. */
    private static final double LEAST_DIFFERENCE = 0.25;

    public OctaveGrowth {
        rates = List.copyOf(rates);
    }

    /**
     * Of a series; as many octaves as it spans, of which each has at least one point. What a reading has of the last batch is
     * taken off: batches double with the operations, and so would an amount that is only there until the next one.
     */
    public static OctaveGrowth of(SignalSeries series) {
        double ofTheLastBatch = ofTheLastBatch(series);
        List<Double> rates = new ArrayList<>();
        int to = series.size() - 1;
        while (to > 0) {
            double half = series.operations(to) / 2;
            int from = to;
            while (from > 0 && series.operations(from) > half) {
                from--;
            }
            if (series.operations(from) > half) {
                break;
            }
            double grown = series.value(to)
                    - series.value(from)
                    - ofTheLastBatch * (lastBatch(series, to) - lastBatch(series, from));
            rates.add(grown / (series.operations(to) - series.operations(from)));
            to = from;
        }
        return new OctaveGrowth(rates);
    }

    /**
     * Bytes per operation of the last batch, by the median over neighbours whose batches differ; at least 0. Growth that stays
     * goes up whether the next batch is longer or shorter, so it does not move the median.
     */
    private static double ofTheLastBatch(SignalSeries series) {
        double[] rates = new double[series.size()];
        int count = 0;
        for (int i = 2; i < series.size(); i++) {
            double longer = lastBatch(series, i) - lastBatch(series, i - 1);
            if (Math.abs(longer) >= LEAST_DIFFERENCE * lastBatch(series, i)) {
                rates[count++] = (series.value(i) - series.value(i - 1)) / longer;
            }
        }
        return count == 0 ? 0 : Math.max(0, Statistics.median(Arrays.copyOf(rates, count)));
    }

    private static double lastBatch(SignalSeries series, int point) {
        return point == 0 ? 0 : series.operations(point) - series.operations(point - 1);
    }

    /** Whether each of the latest {@code octaves} grew, none at less than {@code share} of the fastest among them. */
    public boolean keptUp(int octaves, double share) {
        if (rates.size() < octaves) {
            return false;
        }
        List<Double> latest = rates.subList(0, octaves);
        double fastest = latest.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return fastest > 0 && latest.stream().allMatch(rate -> rate >= share * fastest);
    }
}
