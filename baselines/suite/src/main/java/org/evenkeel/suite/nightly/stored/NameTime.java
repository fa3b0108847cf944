package org.evenkeel.suite.nightly.stored;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something was measured, by the name of its file. What is written as a date, with or without a time of day, is taken for UTC.
 *
 * @param epochMillis the time
 * @param rest the name without it
 */
record NameTime(long epochMillis, String rest) {

    /** For messages. */
    static final String FORMS =
            "2025-02-23T23-27-11Z, 20250223T232711Z, 2025-02-23_23-27, 2025-02-23, or seconds or milliseconds since 1970";

    /** Digits that are part of a commit's name are no date. */
    private static final String BEFORE = "(?<![0-9A-Za-z])";

    private static final String BEHIND = "(?![0-9A-Za-z])";

    private static final Pattern DATE = Pattern.compile(BEFORE
            + "(20\\d\\d)([-_.]?)(\\d\\d)\\2(\\d\\d)(?:[T_ .-]?(\\d\\d)[-:.]?(\\d\\d)(?:[-:.]?(\\d\\d)(?:\\.\\d+)?)?Z?)?"
            + BEHIND);

    private static final Pattern SINCE_1970 = Pattern.compile(BEFORE + "(1\\d{9})(\\d{3})?" + BEHIND);

    /** The time in a name; empty where there is none that ever was. */
    static Optional<NameTime> in(String name) {
        Matcher date = DATE.matcher(name);
        while (date.find()) {
            try {
                LocalDateTime time = LocalDateTime.of(
                        number(date.group(1)),
                        number(date.group(3)),
                        number(date.group(4)),
                        number(date.group(5)),
                        number(date.group(6)),
                        number(date.group(7)));
                return Optional.of(of(time.toInstant(ZoneOffset.UTC).toEpochMilli(), name, date));
            } catch (DateTimeException notATime) {
                // Digits that only look like one, such as those of a thirtieth of February.
            }
        }
        Matcher since = SINCE_1970.matcher(name);
        return since.find()
                ? Optional.of(of(1_000 * Long.parseLong(since.group(1)) + number(since.group(2)), name, since))
                : Optional.empty();
    }

    private static NameTime of(long epochMillis, String name, Matcher found) {
        return new NameTime(epochMillis, name.substring(0, found.start()) + name.substring(found.end()));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
