package org.evenkeel.leakcheck.command;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads quantities as people write them on a command line. */
public final class Quantity {

    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h)?");
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:(B|KiB|MiB)(?:/op)?)?");
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(%)?");
    private static final double KIBI = 1024;

    private Quantity() {}

    /** A time such as {@code 90s}, {@code 1.5m} or {@code 2h}; a bare number is seconds. */
    public static Duration duration(String option, String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            throw new BadInputException(option + " takes a time such as 500ms, 60s, 5m or 2h, found \"" + text + "\"");
        }
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        double seconds = Double.parseDouble(matcher.group(1))
                * switch (unit) {
                    case "ms" -> 0.001;
                    case "m", "min" -> 60;
                    case "h" -> 3600;
                    default -> 1;
                };
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    /** A rate such as {@code 1B/op}; a bare number is bytes. */
    public static double bytesPerOperation(String option, String text) {
        Matcher matcher = RATE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new BadInputException(option + " takes a rate such as 1B/op or 0.5KiB/op, found \"" + text + "\"");
        }
        double value = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        return value * (unit.equals("MiB") ? KIBI * KIBI : unit.equals("KiB") ? KIBI : 1);
    }

    /** A share such as {@code 20%} or {@code 0.2}. */
    static OptionalDouble share(String text) {
        Matcher matcher = SHARE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new BadInputException("--max-growth takes a share such as 20% or 0.2, found \"" + text + "\"");
        }
        double value = Double.parseDouble(matcher.group(1));
        return OptionalDouble.of(matcher.group(2) == null ? value : value / 100);
    }

    /** A number that has to be at least one. */
    static int atLeastOne(String option, int value) {
        return (int) atLeastOne(option, (long) value);
    }

    /** The same for a large number. */
    static long atLeastOne(String option, long value) {
        if (value < 1) {
            throw new BadInputException(
                    String.format(Locale.ROOT, "%s takes a number of at least 1, found %d", option, value));
        }
        return value;
    }
}
