package org.evenkeel.compare.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.kernel.Interval;

/**
 * By how much a row moved, turned so that positive is worse.
 *
 * @param absolute in the metric's unit
 * @param relative to the baseline, 0.05 being 5 % worse; empty where the baseline is 0
 * @param interval of {@code relative}
 * @param evidence the test behind it; empty where none was made
 */
public record Change(
        double absolute, OptionalDouble relative, Optional<Interval> interval, Optional<Evidence> evidence) {

    /** A difference that no test of ours is behind. */
    static Change untested(double absolute) {
        return new Change(absolute, OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }
}
