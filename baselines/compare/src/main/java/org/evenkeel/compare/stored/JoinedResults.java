package org.evenkeel.compare.stored;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Several JMH JSON files as the one that a single run would have written. */
final class JoinedResults {

    private static final JsonFactory JSON = new JsonFactory();

    private JoinedResults() {}

    /** Writes the results of all files, which have been read before and found sound. */
    static void write(List<Path> files, Path into) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(into), 1 << 16);
                JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            for (Path file : files) {
                copyResults(file, json);
            }
            json.writeEndArray();
        }
    }

    private static void copyResults(Path file, JsonGenerator json) throws IOException {
        try (InputStream in = SessionFiles.open(file);
                JsonParser results = JSON.createParser(in)) {
            results.nextToken();
            while (results.nextToken() != JsonToken.END_ARRAY) {
                json.copyCurrentStructure(results);
            }
        }
    }
}
