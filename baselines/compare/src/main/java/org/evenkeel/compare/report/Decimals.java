package org.evenkeel.compare.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers rounded in the decimal system. A report of ten thousand rows has a quarter of a million of them, and {@link BigDecimal} alone would
 * take longer than everything else: so it decides only what lies too close to the middle between two of them.
 */
public final class Decimals {

    /** Each is exact, so that a whole number below 2^53 divided by one of them is the nearest double to what is meant. */
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Beyond, a double has no digits to spare behind the point. */
    private static final double MOST_SCALED = 1e12;

    private static final double TOO_CLOSE_TO_THE_MIDDLE = 1e-3;

    private Decimals() {}

    /**
     * The nearest double to a number with so many digits that count.
     *
     * @param value finite
     * @param digits from 1 to 12
     */
    public static double rounded(double value, int digits) {
        double size = Math.abs(value);
        int behindThePoint = digits - 1 - exponent(size);
        if (value == 0 || Math.abs(behindThePoint) >= POWERS_OF_TEN.length) {
            return exactly(value, digits).doubleValue();
        }
        double scaled = scaled(size, behindThePoint);
        double whole = Math.rint(scaled);
        if (isUnclear(scaled) || whole < POWERS_OF_TEN[digits - 1] || whole > POWERS_OF_TEN[digits]) {
            return exactly(value, digits).doubleValue();
        }
        return Math.copySign(scaled(whole, -behindThePoint), value);
    }

    /**
     * A number with so many digits that count as text, those before the point all written out.
     *
     * @param value finite
     * @param digits from 1 to 12
     */
    static String digits(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        int behindThePoint = digits - 1 - exponent(size);
        if (behindThePoint >= 0 && behindThePoint < POWERS_OF_TEN.length) {
            double scaled = scaled(size, behindThePoint);
            double whole = Math.rint(scaled);
            if (!isUnclear(scaled) && whole >= POWERS_OF_TEN[digits - 1] && whole < POWERS_OF_TEN[digits]) {
                return (value < 0 ? "-" : "") + withPoint((long) whole, behindThePoint);
            }
        }
        BigDecimal rounded = exactly(value, digits);
        return rounded.setScale(Math.max(0, digits - (rounded.precision() - rounded.scale())))
                .toPlainString();
    }

    /**
     * A number with so many digits behind the point.
     *
     * @param value finite, at least 0
     * @param decimals from 0 to 9
     */
    static String fixed(double value, int decimals) {
        double scaled = value * POWERS_OF_TEN[decimals];
        return scaled >= MOST_SCALED || isUnclear(scaled)
                ? new BigDecimal(Double.toString(value))
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                : withPoint((long) Math.rint(scaled), decimals);
    }

    private static String withPoint(long digits, int behindThePoint) {
        StringBuilder text = new StringBuilder(24).append(digits);
        if (behindThePoint == 0) {
            return text.toString();
        }
        if (text.length() <= behindThePoint) {
            text.insert(0, "0".repeat(behindThePoint + 1 - text.length()));
        }
        return text.insert(text.length() - behindThePoint, '.').toString();
    }

    private static int exponent(double size) {
        return (int) Math.floor(Math.log10(size));
    }

    private static double scaled(double value, int power) {
        return power >= 0 ? value * POWERS_OF_TEN[power] : value / POWERS_OF_TEN[-power];
    }

    /** Whether rounding errors could have moved a number across the middle between two whole ones. */
    private static boolean isUnclear(double scaled) {
        return Math.abs(scaled - Math.floor(scaled) - 0.5) < TOO_CLOSE_TO_THE_MIDDLE;
    }

    private static BigDecimal exactly(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits));
    }
}
