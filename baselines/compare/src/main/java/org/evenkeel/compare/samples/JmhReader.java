package org.evenkeel.compare.samples;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON files of JMH, of versions 1.21 to 1.37, as they are. */
public final class JmhReader {

    private JmhReader() {}

    /**
     * Reads a whole file.
     *
     * @param in the stream; the caller closes it
     * @param source the file's name in messages
     * @throws org.evenkeel.kernel.BadInputException when it is not a JMH result file, is cut short, or holds
     *     the same result twice
     */
    public static Session read(InputStream in, String source) {
        return JsonCursor.document(in, source, cursor -> Session.of(source, results(cursor)));
    }

    private static List<Series> results(JsonCursor cursor) throws IOException {
        List<Series> series = new ArrayList<>();
        SharedFacts facts = new SharedFacts();
        cursor.startArray("the results of a JMH run");
        while (cursor.nextElement()) {
            ResultReader.read(cursor, facts, series);
        }
        return series;
    }
}
