package org.evenkeel.compare.samples;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.evenkeel.kernel.UnitNames;

/** Units of JMH's metrics, and how those of one kind turn into one another. */
public final class Units {

    /** How else people write a time. */
    private static final Set<String> LONG_NAMES = Set.of(
            "sec",
            "secs",
            "second",
            "seconds",
            "msec",
            "millis",
            "millisecond",
            "milliseconds",
            "usec",
            "\u00b5s",
            "\u03bcs",
            "micros",
            "microseconds",
            "nanos",
            "nanoseconds",
            "minute",
            "minutes",
            "hour",
            "hours");

    /** Without those of which nobody knows whether they are of 1,000 or of 1,024. */
    private static final Set<String> SIZES = Set.of("B/op", "KiB/op", "MiB/op", "GiB/op");

    private Units() {}

    /** How many seconds an operation takes whose time is one of this unit; empty when it is no time per operation. */
    public static OptionalDouble secondsPerOperation(String unit) {
        return unit.endsWith("/op") ? UnitNames.seconds(unit.substring(0, unit.length() - 3)) : OptionalDouble.empty();
    }

    /** How many operations a second one of this unit is; empty when it is no rate. */
    public static OptionalDouble operationsPerSecond(String unit) {
        OptionalDouble seconds =
                unit.startsWith("ops/") ? UnitNames.seconds(unit.substring(4)) : OptionalDouble.empty();
        return seconds.isPresent() ? OptionalDouble.of(1 / seconds.getAsDouble()) : seconds;
    }

    /** How many bytes an operation one of this unit is; empty when it is no size per operation. */
    public static OptionalDouble bytesPerOperation(String unit) {
        return SIZES.contains(unit) ? UnitNames.bytes(unit.substring(0, unit.length() - 3)) : OptionalDouble.empty();
    }

    /** By what a number in one unit is multiplied to be one in the other; empty when they are of different kinds. */
    public static OptionalDouble factor(String from, String to) {
        if (from.equals(to)) {
            return OptionalDouble.of(1);
        }
        OptionalDouble time = ratio(secondsPerOperation(from), secondsPerOperation(to));
        OptionalDouble rate = ratio(operationsPerSecond(from), operationsPerSecond(to));
        OptionalDouble size = ratio(bytesPerOperation(from), bytesPerOperation(to));
        return time.isPresent() ? time : rate.isPresent() ? rate : size;
    }

    /** Which way a number in a unit gets worse: more of a time or of bytes per operation, less of a rate; empty where the unit does not say. */
    public static Optional<Direction> direction(String unit) {
        String kind = unit.strip().toLowerCase(Locale.ROOT);
        int slash = kind.lastIndexOf('/');
        String last = kind.substring(slash + 1);
        boolean isTime = UnitNames.seconds(last).isPresent() || LONG_NAMES.contains(last);
        if (slash < 0) {
            return isTime ? Optional.of(Direction.SMALLER_IS_BETTER) : Optional.empty();
        }
        return isTime
                ? Optional.of(Direction.LARGER_IS_BETTER)
                : last.equals("op") ? Optional.of(Direction.SMALLER_IS_BETTER) : Optional.empty();
    }

    private static OptionalDouble ratio(OptionalDouble from, OptionalDouble to) {
        return from.isPresent() && to.isPresent()
                ? OptionalDouble.of(from.getAsDouble() / to.getAsDouble())
                : OptionalDouble.empty();
    }
}
