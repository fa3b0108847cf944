package org.evenkeel.leakcheck.verdict;

import org.evenkeel.kernel.Interval;

/**
 * Growth of a signal per operation, in its unit.
 *
 * @param perOperation the estimate; negative when the signal shrinks
 * @param interval where the true rate lies
 */
public record GrowthRate(double perOperation, Interval interval) {

    public GrowthRate {
        if (!interval.contains(perOperation)) {
            throw new IllegalArgumentException("estimate " + perOperation + " outside of " + interval);
        }
    }
}
