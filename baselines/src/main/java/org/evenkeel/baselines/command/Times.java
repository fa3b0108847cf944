package org.evenkeel.baselines.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.evenkeel.leakcheck.command.BadInputException;

/** How a time is written on the command line: {@code 10m}, {@code 90s}, {@code 1m30s}, {@code 500ms}. */
public final class Times {

    private static final Duration MOST = Duration.ofDays(7);

    private Times() {}

    /**
     * Reads a time.
     *
     * @throws BadInputException when it is none
     */
    public static Duration parse(String option, String text) {
        try {
            String iso = text.strip().toUpperCase(Locale.ROOT);
            Duration time = iso.endsWith("MS")
                    ? Duration.ofMillis(Long.parseLong(iso.substring(0, iso.length() - 2)))
                    : Duration.parse("PT" + iso);
            if (!time.isNegative() && time.compareTo(MOST) < 0) {
                return time;
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new BadInputException(option + " " + text + ": expected a time such as 10m, 90s or 1m30s", e);
        }
        throw new BadInputException(option + " " + text + ": expected a time such as 10m, 90s or 1m30s");
    }
}
