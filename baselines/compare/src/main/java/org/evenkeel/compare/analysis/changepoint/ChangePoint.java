package org.evenkeel.compare.analysis.changepoint;

/**
 * A place in a series at which its level changed for good.
 *
 * @param index of the first value of the new level, at least 1
 * @param shift from the old level to the new one
 */
public record ChangePoint(int index, Shift shift) {

    public ChangePoint {
        if (index < 1) {
            throw new IllegalArgumentException("a change needs a value before it, found index " + index);
        }
    }
}
