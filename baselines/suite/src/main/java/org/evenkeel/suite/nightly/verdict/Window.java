package org.evenkeel.suite.nightly.verdict;

import java.util.Arrays;
import org.evenkeel.kernel.Statistics;

/**
 * The last so many values of a series, in their order and sorted as well: a year of three thousand benchmarks has a million nights, and
 * each asks for medians of those before it.
 */
final class Window {

    private final double[] ring;
    private final double[] sorted;
    private int count;
    private int oldest;

    /** An empty window of at most so many values, at least one. */
    Window(int capacity) {
        ring = new double[capacity];
        sorted = new double[capacity];
    }

    int size() {
        return count;
    }

    void clear() {
        count = 0;
        oldest = 0;
    }

    /** Takes a value in, and the oldest out when it is full. */
    void add(double value) {
        if (count == ring.length) {
            int at = Arrays.binarySearch(sorted, 0, count, ring[oldest]);
            System.arraycopy(sorted, at + 1, sorted, at, count - at - 1);
            ring[oldest] = value;
            oldest = (oldest + 1) % ring.length;
            count--;
        } else {
            ring[(oldest + count) % ring.length] = value;
        }
        int found = Arrays.binarySearch(sorted, 0, count, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = value;
        count++;
    }

    /** A value by its age, 0 being the oldest. */
    double get(int index) {
        return ring[(oldest + index) % ring.length];
    }

    /** A value by its size, 0 being the smallest. */
    double ranked(int rank) {
        return sorted[rank];
    }

    /** The median; at least one value. */
    double median() {
        return Statistics.medianOfSorted(sorted, count);
    }

    /** The median absolute deviation, scaled to be a standard deviation where values are normal; at least one value. */
    double deviation() {
        return Statistics.deviationOfSorted(sorted, count);
    }

    /** How many values are smaller than one, those that are equal to it counted by half. */
    double below(double value) {
        int first = Arrays.binarySearch(sorted, 0, count, value);
        if (first < 0) {
            return -first - 1.0;
        }
        int last = first;
        while (first > 0 && sorted[first - 1] == value) {
            first--;
        }
        while (last + 1 < count && sorted[last + 1] == value) {
            last++;
        }
        return first + (last + 1 - first) / 2.0;
    }
}
