package org.evenkeel.suite.load.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers and times as a person reads them. */
public final class Numbers {

    private static final int DIGITS = 4;

    private Numbers() {}

    /** A number with at most four digits that count, without zeros at its end. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        if (Math.abs(value) >= 10_000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A whole number in the same way. */
    public static String plain(long value) {
        return plain((double) value);
    }

    /** A time in nanoseconds with the unit that suits it. */
    public static String time(double nanos) {
        if (!Double.isFinite(nanos)) {
            return "-";
        }
        double size = Math.abs(nanos);
        return size >= 1e9
                ? three(nanos / 1e9) + " s"
                : size >= 1e6
                        ? three(nanos / 1e6) + " ms"
                        : size >= 1e3 ? three(nanos / 1e3) + " us" : three(nanos) + " ns";
    }

    private static String three(double value) {
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value).round(new MathContext(3)).toBigInteger().bitLength() > 9
                ? String.format(Locale.ROOT, "%.0f", value)
                : new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    /** Bytes with a binary prefix. */
    public static String bytes(double bytes) {
        double size = Math.abs(bytes);
        return size >= 1L << 30
                ? three(bytes / (1L << 30)) + " GiB"
                : size >= 1L << 20
                        ? three(bytes / (1L << 20)) + " MiB"
                        : size >= 1L << 10 ? three(bytes / (1L << 10)) + " KiB" : three(bytes) + " B";
    }

    /** A whole number of bytes in the same way. */
    public static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    /** A share of one, in percent. */
    public static String share(double share) {
        return plain(100 * share) + " %";
    }
}
