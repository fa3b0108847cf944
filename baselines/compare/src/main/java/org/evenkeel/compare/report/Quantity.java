package org.evenkeel.compare.report;

import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Units;

/**
 * A unit that suits the numbers of one row, so that all of them are shown with the same prefix.
 *
 * @param unit as shown, such as {@code us/op}
 * @param factor from the metric's own unit
 */
public record Quantity(String unit, double factor) {

    private record Prefix(String unit, double size) {}

    private static final List<Prefix> TIMES = List.of(
            new Prefix("s/op", 1), new Prefix("ms/op", 1e-3), new Prefix("us/op", 1e-6), new Prefix("ns/op", 1e-9));
    private static final List<Prefix> SIZES = List.of(
            new Prefix("GiB/op", 1L << 30),
            new Prefix("MiB/op", 1L << 20),
            new Prefix("KiB/op", 1L << 10),
            new Prefix("B/op", 1));
    private static final List<Prefix> RATES = List.of(
            new Prefix("Gops/s", 1e9), new Prefix("Mops/s", 1e6), new Prefix("kops/s", 1e3), new Prefix("ops/s", 1));

    /** The unit for a row whose numbers are these, in the unit given. */
    public static Quantity of(String unit, OptionalDouble... values) {
        double largest = 0;
        for (OptionalDouble value : values) {
            largest = Math.max(largest, Math.abs(value.orElse(0)));
        }
        OptionalDouble seconds = Units.secondsPerOperation(unit);
        if (seconds.isPresent()) {
            return scaled(TIMES, seconds.getAsDouble(), largest);
        }
        OptionalDouble rate = Units.operationsPerSecond(unit);
        if (rate.isPresent()) {
            return scaled(RATES, rate.getAsDouble(), largest);
        }
        OptionalDouble bytes = Units.bytesPerOperation(unit);
        return bytes.isPresent() ? scaled(SIZES, bytes.getAsDouble(), largest) : new Quantity(unit, 1);
    }

    /** A number in the metric's own unit, as text in this one, with four digits that count. */
    public String show(OptionalDouble value) {
        return value.isPresent() ? digits(value.getAsDouble() * factor) : "";
    }

    /** A number with four digits that count. */
    public static String digits(double value) {
        return Decimals.digits(value, 4);
    }

    /** A number for a program, without the digits that differ between two ways to add the same numbers up. */
    public static double stable(double value) {
        return Decimals.rounded(value, 10);
    }

    private static Quantity scaled(List<Prefix> prefixes, double toBase, double largest) {
        Prefix chosen = prefixes.get(prefixes.size() - 1);
        for (Prefix prefix : prefixes) {
            if (largest * toBase >= prefix.size()) {
                chosen = prefix;
                break;
            }
        }
        return new Quantity(chosen.unit(), toBase / chosen.size());
    }
}
