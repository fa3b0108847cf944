package org.evenkeel.suite.nightly.verdict;

import java.util.Arrays;
import org.evenkeel.compare.analysis.changepoint.Shift;

/** The nights of one benchmark since its level changed, oldest first, as values on the log scale. */
final class Level {

    /** The nights that a drift has to show in. */
    static final int DRIFT_RECENT = 14;

    /** How many nights before the last one those end that it is held against. */
    static final int DRIFT_GAP = 28;

    /** How many those are at most. */
    static final int DRIFT_REFERENCE = 60;

    private double[] values = new double[64];
    private int size;
    private final Window reference = new Window(NightGate.REFERENCE);
    private final Window beforeDrift = new Window(DRIFT_REFERENCE);

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        reference.add(value);
        if (size > DRIFT_GAP) {
            beforeDrift.add(values[size - 1 - DRIFT_GAP]);
        }
    }

    /** Forgets all nights but these. */
    void beginWith(double... nights) {
        size = 0;
        reference.clear();
        beforeDrift.clear();
        for (double night : nights) {
            add(night);
        }
    }

    /** The last nights, from which limits are taken. */
    Window reference() {
        return reference;
    }

    /** The last so many nights; fewer where there are fewer. */
    double[] last(int count) {
        return Arrays.copyOfRange(values, Math.max(0, size - count), size);
    }

    /** The so many nights that ended so many before the last one; fewer where there are fewer. */
    double[] before(int gap, int count) {
        int end = size - gap;
        return Arrays.copyOfRange(values, Math.max(0, end - count), end);
    }

    /** How far the last fortnight lies above the weeks that ended four weeks ago, in standard deviations (Mann-Whitney). */
    double driftZ() {
        double above = 0;
        int recent = Math.min(DRIFT_RECENT, size);
        for (int i = size - recent; i < size; i++) {
            above += beforeDrift.below(values[i]);
        }
        return Shift.z(above, beforeDrift.size(), recent);
    }
}
