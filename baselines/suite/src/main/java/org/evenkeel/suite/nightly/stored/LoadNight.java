package org.evenkeel.suite.nightly.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.BadInputException;

/** The folder of a load run as a night: it says itself when, where and of which commit it was. */
final class LoadNight {

    /** What tells such a folder from others. */
    static final String FILE = "load.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LoadNight() {}

    static StoredNight read(Path folder) throws IOException {
        Session session = SessionFiles.run(folder);
        Environment environment =
                session.environment().orElseGet(() -> new Environment(new TreeMap<>(), new TreeMap<>()));
        String commit = environment.context().getOrDefault("commit", "");
        long started = started(folder.resolve(FILE));
        StoredNight night = Imports.night(NightId.UNKNOWN, session, started, commit, environment.identity());
        return new StoredNight(
                NightId.of(Long.toString(started), commit, night.results()), night.night(), night.results());
    }

    private static long started(Path file) throws IOException {
        JsonNode document = MAPPER.readTree(file.toFile());
        String text = (document.isArray() ? document.path(0) : document)
                .path("started")
                .asText();
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new BadInputException(
                    file + ": expected \"started\" with a time such as 2026-11-30T02:17:00Z, found \"" + text + "\"",
                    e);
        }
    }
}
