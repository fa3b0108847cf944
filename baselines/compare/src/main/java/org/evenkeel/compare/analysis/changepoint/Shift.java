package org.evenkeel.compare.analysis.changepoint;

import java.util.Arrays;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.Statistics;

/**
 * How far one set of values lies above another: the Hodges-Lehmann estimate, the median of all differences, with the
 * interval that goes with the Mann-Whitney test (Hodges and Lehmann 1963, doi:10.1214/aoms/1177704172).
 *
 * @param estimate later less earlier
 * @param interval its bounds; as wide as the differences themselves where there are too few values
 * @param z the Mann-Whitney statistic in standard deviations, above 0 where later values are larger
 */
public record Shift(double estimate, Interval interval, double z) {

    /** Level of the intervals: of many benchmarks the one that looks worst should still hold. */
    static final double CONFIDENCE_LEVEL = 0.99;

    private static final double NORMAL_QUANTILE = 2.5758;

    /** The shift from some values to others, at least one on either side. */
    public static Shift between(double[] earlier, double[] later) {
        double[] differences = new double[earlier.length * later.length];
        int next = 0;
        for (double before : earlier) {
            for (double after : later) {
                differences[next++] = after - before;
            }
        }
        Arrays.sort(differences);
        double pairs = differences.length;
        double deviation = deviation(earlier.length, later.length);
        int rank = Math.max(0, (int) Math.floor(pairs / 2 - NORMAL_QUANTILE * deviation));
        return new Shift(
                Statistics.median(differences),
                new Interval(differences[rank], differences[differences.length - 1 - rank], CONFIDENCE_LEVEL),
                z(earlier, later));
    }

    /**
     * The Mann-Whitney statistic alone, in standard deviations.
     *
     * @param above how many pairs of an earlier and a later value have the later one above, those of equal ones counted by half
     * @param earlier how many earlier values there are, at least one
     * @param later how many later ones, at least one
     */
    public static double z(double above, int earlier, int later) {
        return (above - (double) earlier * later / 2) / deviation(earlier, later);
    }

    private static double z(double[] earlier, double[] later) {
        double above = 0;
        for (double before : earlier) {
            for (double after : later) {
                above += after > before ? 1 : after == before ? 0.5 : 0;
            }
        }
        return z(above, earlier.length, later.length);
    }

    private static double deviation(int earlier, int later) {
        return Math.sqrt((double) earlier * later * (earlier + later + 1) / 12);
    }

    /** How far the interval stays away from 0; negative when it holds 0. */
    double leastSize() {
        return Math.max(interval.lower(), -interval.upper());
    }
}
