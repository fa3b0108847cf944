package org.evenkeel.baselines.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A unit that suits the numbers of one row, so that all of them are shown with the same prefix.
 *
 * @param unit as shown, such as {@code us/op}
 * @param factor from the metric's own unit
 */
public record Quantity(String unit, double factor) {

    private record Prefix(String unit, double size) {}

    private static final List<Prefix> TIMES =
            List.of(new Prefix("s", 1), new Prefix("ms", 1e-3), new Prefix("us", 1e-6), new Prefix("ns", 1e-9));
    private static final List<Prefix> TIMES_OF_JMH = List.of(
            new Prefix("day", 86_400),
            new Prefix("hr", 3_600),
            new Prefix("min", 60),
            new Prefix("s", 1),
            new Prefix("ms", 1e-3),
            new Prefix("us", 1e-6),
            new Prefix("ns", 1e-9));
    private static final List<Prefix> BYTES = List.of(
            new Prefix("GiB", 1L << 30), new Prefix("MiB", 1L << 20), new Prefix("KiB", 1L << 10), new Prefix("B", 1));
    private static final List<Prefix> RATES =
            List.of(new Prefix("Gops", 1e9), new Prefix("Mops", 1e6), new Prefix("kops", 1e3), new Prefix("ops", 1));

    /** The unit for a row whose numbers are these, in the unit given. */
    public static Quantity of(String unit, OptionalDouble... values) {
        double largest = 0;
        for (OptionalDouble value : values) {
            largest = Math.max(largest, Math.abs(value.orElse(0)));
        }
        if (unit.endsWith("/op")) {
            String measured = unit.substring(0, unit.length() - "/op".length());
            if (measured.equals("B")) {
                return scaled(BYTES, 1, largest, "", "/op");
            }
            for (Prefix time : TIMES_OF_JMH) {
                if (time.unit().equals(measured)) {
                    return scaled(TIMES, time.size(), largest, "", "/op");
                }
            }
        }
        if (unit.startsWith("ops/")) {
            for (Prefix time : TIMES_OF_JMH) {
                if (time.unit().equals(unit.substring("ops/".length()))) {
                    return scaled(RATES, 1 / time.size(), largest, "", "/s");
                }
            }
        }
        return new Quantity(unit, 1);
    }

    /** A number in the metric's own unit, as text in this one, with four digits that count. */
    public String show(OptionalDouble value) {
        return value.isPresent() ? digits(value.getAsDouble() * factor) : "";
    }

    /** A number with four digits that count. */
    public static String digits(double value) {
        if (value == 0) {
            return "0";
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = Math.max(0, Math.min(12, 3 - magnitude));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static Quantity scaled(List<Prefix> prefixes, double toBase, double largest, String before, String after) {
        Prefix chosen = prefixes.get(prefixes.size() - 1);
        for (Prefix prefix : prefixes) {
            if (largest * toBase >= prefix.size()) {
                chosen = prefix;
                break;
            }
        }
        return new Quantity(before + chosen.unit() + after, toBase / chosen.size());
    }
}
