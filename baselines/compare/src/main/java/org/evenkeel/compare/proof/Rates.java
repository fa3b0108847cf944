package org.evenkeel.compare.proof;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often the gate spoke when it should have kept quiet, and when it should have spoken.
 *
 * @param comparisons of sessions of one unchanged code
 * @param comparisonsWithAlarm those in which any benchmark was called regressed
 * @param benchmarks judged in all of them
 * @param falseAlarms benchmarks called regressed
 * @param foundBySlowdown how many of the benchmarks were called regressed after all had been slowed by so much (0.1 for
 *     a tenth)
 */
public record Rates(
        int comparisons,
        int comparisonsWithAlarm,
        int benchmarks,
        int falseAlarms,
        SortedMap<Double, Integer> foundBySlowdown) {

    public Rates {
        foundBySlowdown = Collections.unmodifiableSortedMap(new TreeMap<>(foundBySlowdown));
    }

    /** The share of benchmarks called regressed with nothing changed. */
    public double falseAlarmRate() {
        return share(falseAlarms, benchmarks);
    }

    /** The share of comparisons with any false alarm. */
    public double alarmedComparisonRate() {
        return share(comparisonsWithAlarm, comparisons);
    }

    /** The share of benchmarks that were found after all had been slowed. */
    public double foundRate(double slowdown) {
        return share(foundBySlowdown.getOrDefault(slowdown, 0), benchmarks);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
