package org.evenkeel.leakcheck.analysis;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.samples.Series;

/**
 * Growth per operation in each doubling of the operations, the latest first. What grows in proportion to the operations
 * has about the same rate in each, even where it grows in steps that double, as an array does that is copied into a larger
 * one; what levels off has ever smaller rates; what leaves a little with every batch has rates that halve.
 *
 * @param rates growth per operation between half of the operations and all, a quarter and half, and so on
 */
public record OctaveGrowth(List<Double> rates) {

    public OctaveGrowth {
        rates = List.copyOf(rates);
    }

    /** Of a series; as many octaves as it spans, of which each has at least one point. */
    public static OctaveGrowth of(Series series) {
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
            rates.add((series.value(to) - series.value(from)) / (series.operations(to) - series.operations(from)));
            to = from;
        }
        return new OctaveGrowth(rates);
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
