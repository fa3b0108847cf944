package org.evenkeel.suite.report.parts;

import java.time.Instant;
import java.util.List;

/**
 * One metric of one benchmark over the commits it was measured at.
 *
 * @param benchmark its label
 * @param metric the metric's name
 * @param unit of the values
 * @param points oldest first
 * @param shifts where the level changed for good
 */
public record HistoryLine(String benchmark, String metric, String unit, List<Point> points, List<Shift> shifts) {

    public HistoryLine {
        points = List.copyOf(points);
        shifts = List.copyOf(shifts);
        for (Shift shift : shifts) {
            if (shift.at() >= points.size()) {
                throw new IllegalArgumentException(
                        benchmark + ": a shift at point " + shift.at() + " of " + points.size());
            }
        }
    }

    /**
     * One session's value.
     *
     * @param time when it was measured
     * @param commit the measured code; empty where it is not known
     * @param value finite, in the line's unit
     */
    public record Point(Instant time, String commit, double value) {
        public Point {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("expected a finite value at " + time + ", found " + value);
            }
        }
    }

    /**
     * A change of level.
     *
     * @param at index of the first point of the new level
     * @param relativeChange of the level, signed so that positive is worse
     */
    public record Shift(int at, double relativeChange) {
        public Shift {
            if (at < 1) {
                throw new IllegalArgumentException("a shift needs a point before it, found one at " + at);
            }
        }
    }
}
