package org.evenkeel.suite.nightly.export;

import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Units;

/** The metric families of the export, each in its base unit, as OpenMetrics wants them. */
enum Family {
    TIME("evenkeel_time_seconds", "seconds", "Time of one operation."),
    THROUGHPUT("evenkeel_throughput_operations_per_second", "", "Operations in a second, all callers together."),
    BYTES(
            "evenkeel_operation_bytes",
            "bytes",
            "Bytes of one operation: allocated, kept, or leaked, as the label metric says."),
    OTHER("evenkeel_other", "", "What is measured in another unit, which the label unit names.");

    private final String family;
    private final String unit;
    private final String help;

    Family(String family, String unit, String help) {
        this.family = family;
        this.unit = unit;
        this.help = help;
    }

    String family() {
        return family;
    }

    /** The base unit, which ends the name; empty where OpenMetrics knows none. */
    String unit() {
        return unit;
    }

    String help() {
        return help;
    }

    /** The family of numbers in a unit. */
    static Family of(String unit) {
        for (Family family : values()) {
            if (family != OTHER && family.perUnit(unit).isPresent()) {
                return family;
            }
        }
        return OTHER;
    }

    /** What one of a unit is in the base unit. */
    double factor(String unit) {
        return this == OTHER ? 1 : perUnit(unit).orElseThrow();
    }

    private OptionalDouble perUnit(String unit) {
        return switch (this) {
            case TIME -> Units.secondsPerOperation(unit);
            case THROUGHPUT -> Units.operationsPerSecond(unit);
            case BYTES -> Units.bytesPerOperation(unit);
            case OTHER -> OptionalDouble.of(1);
        };
    }
}
