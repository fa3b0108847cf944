package org.evenkeel.kernel;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How times, shares, rates and counts are written on every command line and in every file that a person writes. */
public final class Grammar {

    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)\\s*";
    private static final Pattern BARE = Pattern.compile(NUMBER);

    /** Hours, minutes, seconds and milliseconds, in this order, each of them at most once. */
    private static final Pattern TIMES = Pattern.compile("(?i)(?:" + NUMBER + "h\\s*)?(?:" + NUMBER
            + "(?:min|m(?!s))\\s*)?(?:" + NUMBER + "s\\s*)?(?:" + NUMBER + "ms)?");

    private static final double[] SECONDS = {3600, 60, 1, 0.001};
    private static final double MOST_SECONDS = 7 * 24 * 3600.0;

    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:(B|KiB|MiB)(?:/op)?)?");
    private static final Pattern SHARE = Pattern.compile("(\\d*\\.?\\d+(?:[eE]-\\d+)?)\\s*(%)?");

    private Grammar() {}

    /**
     * A time as every command reads it: {@code 500ms}, {@code 90s}, {@code 1.5m}, {@code 1m30s}, {@code 2h}; a bare number is
     * seconds.
     */
    public static Duration duration(String option, String text) {
        String stripped = text.strip();
        if (BARE.matcher(stripped).matches()) {
            stripped += "s";
        }
        Matcher matcher = TIMES.matcher(stripped);
        if (!matcher.matches()) {
            throw noTime(option, text);
        }
        double seconds = 0;
        for (int group = 1; group <= SECONDS.length; group++) {
            seconds += matcher.group(group) == null ? 0 : Double.parseDouble(matcher.group(group)) * SECONDS[group - 1];
        }
        if (stripped.isEmpty() || seconds >= MOST_SECONDS) {
            throw noTime(option, text);
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static BadInputException noTime(String option, String text) {
        return new BadInputException(
                option + " " + text + ": expected a time such as 10m, 90s, 1m30s, 500ms or 2h, of less than a week");
    }

    /** A rate such as {@code 1B/op}; a bare number is bytes. */
    public static double bytesPerOperation(String option, String text) {
        Matcher matcher = RATE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new BadInputException(option + " takes a rate such as 1B/op or 0.5KiB/op, found \"" + text + "\"");
        }
        double value = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        return value * UnitNames.bytes(unit).orElseThrow();
    }

    /**
     * A share such as {@code 20%} or {@code 0.2}; both are 0.2. A bare number above 1 is refused: somebody who writes 20 means 20 %, and
     * would get 2,000 %.
     *
     * @throws BadInputException when it is none; the message says what was expected, and not of which option
     */
    public static double share(String text) {
        String stripped = text.strip();
        Matcher matcher = SHARE.matcher(stripped);
        if (!matcher.matches()) {
            throw new BadInputException("expected a share such as 3% or 0.03, found \"" + text + "\"");
        }
        double value = Double.parseDouble(matcher.group(1));
        if (matcher.group(2) == null && value > 1) {
            throw new BadInputException("expected a share such as 3% or 0.03, found \"" + text + "\", which could mean "
                    + stripped + " % or that many times as much");
        }
        return matcher.group(2) == null ? value : value / 100;
    }

    /** A number that has to be at least one. */
    public static int atLeastOne(String option, int value) {
        return (int) atLeastOne(option, (long) value);
    }

    /** The same for a large number. */
    public static long atLeastOne(String option, long value) {
        if (value < 1) {
            throw new BadInputException(
                    String.format(Locale.ROOT, "%s takes a number of at least 1, found %d", option, value));
        }
        return value;
    }
}
