package org.evenkeel.compare.stored;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.evenkeel.kernel.BadInputException;

/** Names of session folders: the time, so that they sort, and a few random digits, so that two writers never meet. */
final class SessionName {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT);
    private static final int TIME_LENGTH = "2026-01-31T23-59-59Z".length();

    private SessionName() {}

    static String of(Instant time, long random) {
        return TIME.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC))
                + String.format(Locale.ROOT, "-%08x", random & 0xffffffffL);
    }

    static Instant time(Path folder) {
        String name = SessionFiles.nameOf(folder);
        try {
            return LocalDateTime.parse(name.substring(0, Math.min(TIME_LENGTH, name.length())), TIME)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadInputException(
                    folder + " is not named like a session, such as " + of(Instant.EPOCH, 0) + "; move it away", e);
        }
    }
}
