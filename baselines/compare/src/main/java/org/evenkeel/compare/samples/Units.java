package org.evenkeel.compare.samples;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Units of JMH's metrics, and how those of one kind turn into one another. */
public final class Units {

    private static final Map<String, Double> SECONDS = Map.ofEntries(
            Map.entry("ns", 1e-9),
            Map.entry("us", 1e-6),
            Map.entry("ms", 1e-3),
            Map.entry("s", 1.0),
            Map.entry("min", 60.0),
            Map.entry("hr", 3_600.0),
            Map.entry("h", 3_600.0),
            Map.entry("day", 86_400.0));

    private static final Map<String, Double> BYTES =
            Map.of("B", 1.0, "KiB", (double) (1L << 10), "MiB", (double) (1L << 20), "GiB", (double) (1L << 30));

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

    private Units() {}

    /** How many seconds an operation takes whose time is one of this unit; empty when it is no time per operation. */
    public static OptionalDouble secondsPerOperation(String unit) {
        return unit.endsWith("/op") ? value(SECONDS, unit.substring(0, unit.length() - 3)) : OptionalDouble.empty();
    }

    /** How many operations a second one of this unit is; empty when it is no rate. */
    public static OptionalDouble operationsPerSecond(String unit) {
        OptionalDouble seconds = unit.startsWith("ops/") ? value(SECONDS, unit.substring(4)) : OptionalDouble.empty();
        return seconds.isPresent() ? OptionalDouble.of(1 / seconds.getAsDouble()) : seconds;
    }

    /** How many bytes an operation one of this unit is; empty when it is no size per operation. */
    public static OptionalDouble bytesPerOperation(String unit) {
        return unit.endsWith("/op") ? value(BYTES, unit.substring(0, unit.length() - 3)) : OptionalDouble.empty();
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
        boolean isTime = SECONDS.containsKey(last) || LONG_NAMES.contains(last);
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

    private static OptionalDouble value(Map<String, Double> units, String unit) {
        Double value = units.get(unit);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
