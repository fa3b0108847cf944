package org.evenkeel.suite.nightly.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.Map;

/**
 * The series of a whole history by the text that declares them: each month declares nearly the same ones, and they are
 * read once. The same series is then the same object in all months.
 */
final class SeriesNames {

    private final Map<String, SeriesLine> lines = new HashMap<>();

    /** The series that a text declares. */
    SeriesLine of(String text) throws JsonProcessingException {
        SeriesLine known = lines.get(text);
        if (known == null) {
            known = SeriesLine.of(text);
            lines.put(text, known);
        }
        return known;
    }
}
