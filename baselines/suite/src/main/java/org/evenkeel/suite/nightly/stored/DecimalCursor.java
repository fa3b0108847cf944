package org.evenkeel.suite.nightly.stored;

import java.nio.charset.StandardCharsets;

/**
 * Reads the numbers of a text one after the other, without a string for each: a year of nights has millions of them.
 *
 * <p>A number of at most 15 digits and a power of ten up to 22 are both exact as a double, so that their product or
 * quotient is the nearest double to what is written (Clinger 1990, doi:10.1145/93542.93557). Anything else is left to
 * {@link Double#parseDouble}.
 */
final class DecimalCursor {

    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final byte[] text;
    private int at;

    DecimalCursor(byte[] text) {
        this.text = text;
    }

    /** Where reading goes on. */
    void moveTo(int index) {
        at = index;
    }

    /** The index behind the last number: of a blank, a line's end, or the length of the text. */
    int at() {
        return at;
    }

    /**
     * Reads the number that begins here.
     *
     * @throws NumberFormatException when none does
     */
    double next() {
        int from = at;
        int index = from;
        long digits = 0;
        int count = 0;
        int power = 0;
        boolean isFraction = false;
        for (; index < text.length; index++) {
            byte letter = text[index];
            if (letter >= '0' && letter <= '9') {
                digits = digits * 10 + (letter - '0');
                count++;
                power -= isFraction ? 1 : 0;
            } else if (letter == '.' && !isFraction) {
                isFraction = true;
            } else {
                break;
            }
        }
        int end = index;
        while (end < text.length && text[end] > ' ') {
            end++;
        }
        at = end;
        if (end > index && text[index] == 'E' && end - index <= 4) {
            power += Integer.parseInt(written(index + 1, end));
            index = end;
        }
        if (end > index || count == 0 || count > MOST_DIGITS || Math.abs(power) >= POWERS_OF_TEN.length) {
            return Double.parseDouble(written(from, end));
        }
        return power < 0 ? digits / POWERS_OF_TEN[-power] : digits * POWERS_OF_TEN[power];
    }

    private String written(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
