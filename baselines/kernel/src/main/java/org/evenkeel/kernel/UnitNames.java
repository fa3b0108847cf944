package org.evenkeel.kernel;

import java.util.Map;
import java.util.OptionalDouble;

/** What one of a unit is, by the names under which JMH, scenarios and command lines write it. */
public final class UnitNames {

    private static final Map<String, Double> SECONDS = Map.of(
            "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3_600.0, "hr", 3_600.0, "day", 86_400.0);

    private static final Map<String, Double> BYTES =
            Map.of("B", 1.0, "KiB", 0x1p10, "MiB", 0x1p20, "GiB", 0x1p30, "KB", 1e3, "MB", 1e6, "GB", 1e9);

    private UnitNames() {}

    /** The seconds of one; empty when it is no time. */
    public static OptionalDouble seconds(String unit) {
        return in(SECONDS, unit);
    }

    /** The bytes of one; empty when it is no size. */
    public static OptionalDouble bytes(String unit) {
        return in(BYTES, unit);
    }

    private static OptionalDouble in(Map<String, Double> units, String unit) {
        Double one = units.get(unit);
        return one == null ? OptionalDouble.empty() : OptionalDouble.of(one);
    }
}
