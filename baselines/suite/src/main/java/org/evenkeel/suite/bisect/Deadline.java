package org.evenkeel.suite.bisect;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The end of the time that somebody gave.
 *
 * @param nanos of the clock; {@code Long.MAX_VALUE} for no end
 * @param clock nanoseconds that only go on
 */
record Deadline(long nanos, LongSupplier clock) {

    /** As far from now as a time is long. */
    static Deadline in(Duration time, LongSupplier clock) {
        return new Deadline(clock.getAsLong() + time.toNanos(), clock);
    }

    /** No end at all. */
    static Deadline never() {
        return new Deadline(Long.MAX_VALUE, () -> 0);
    }

    boolean isOver() {
        return nanos != Long.MAX_VALUE && clock.getAsLong() - nanos >= 0;
    }

    /** The time that is left, at most as much as one step takes. */
    Duration left(Duration step) {
        if (nanos == Long.MAX_VALUE) {
            return step;
        }
        Duration left = Duration.ofNanos(Math.max(0, nanos - clock.getAsLong()));
        return left.compareTo(step) < 0 ? left : step;
    }
}
