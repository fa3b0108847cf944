package org.evenkeel.leakcheck.report;

import java.util.Locale;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.Unit;

/** Quantities as a person reads them. */
final class Quantities {

    private static final String[] PREFIXES = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Quantities() {}

    /** A number of bytes with a binary prefix. */
    static String bytes(double bytes) {
        int prefix = 0;
        double value = bytes;
        while (Math.abs(value) >= 1024 && prefix < PREFIXES.length - 1) {
            value /= 1024;
            prefix++;
        }
        return significant(value) + " " + PREFIXES[prefix];
    }

    /** A quantity of a signal's unit. */
    static String of(double value, Unit unit) {
        return unit == Unit.BYTES ? bytes(value) : String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A rate per operation; small ones as one in so many operations. */
    static String perOperation(double rate, Unit unit) {
        return rate(rate, unit, GrowthPer.OPERATION);
    }

    /**
     * A rate; small ones as one in so many.
     *
     * @param perCount growth by one of what the samples count
     */
    static String rate(double perCount, Unit unit, GrowthPer per) {
        double rate = perCount * per.counted();
        if (unit == Unit.BYTES) {
            return significant(rate) + " B/" + per.symbol();
        }
        if (rate > 0 && rate < 0.1) {
            return String.format(Locale.ROOT, "1 per %,.0f %s", 1 / rate, per.symbol());
        }
        return significant(rate) + "/" + per.symbol();
    }

    /** Three significant digits, without an exponent where that can be read. */
    static String significant(double value) {
        double magnitude = Math.abs(value);
        if (magnitude == 0) {
            return "0";
        }
        if (magnitude < 1e-4 || magnitude >= 1e12 || !Double.isFinite(value)) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        int decimals = (int) Math.max(0, 2 - Math.floor(Math.log10(magnitude)));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
