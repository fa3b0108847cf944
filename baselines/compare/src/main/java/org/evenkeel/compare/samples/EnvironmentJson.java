package org.evenkeel.compare.samples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** An environment as a file: one fact per line, sorted, so that it diffs well. */
public final class EnvironmentJson {

    private static final int SCHEMA_VERSION = 1;

    private EnvironmentJson() {}

    /**
     * Reads a whole file.
     *
     * @throws org.evenkeel.kernel.BadInputException when it is not an environment
     */
    public static Environment read(InputStream in, String source) {
        return JsonCursor.document(in, source, EnvironmentJson::environment);
    }

    /** The file's content. */
    public static String write(Environment environment) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            writeFacts(json, "identity", environment.identity());
            writeFacts(json, "context", environment.context());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static void writeFacts(JsonGenerator json, String name, Map<String, String> facts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
    }

    private static Environment environment(JsonCursor cursor) throws IOException {
        TreeMap<String, String> identity = new TreeMap<>();
        TreeMap<String, String> context = new TreeMap<>();
        cursor.next();
        cursor.inObject("an environment");
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "identity" -> readFacts(cursor, field, identity);
                case "context" -> readFacts(cursor, field, context);
                case "schemaVersion" -> {
                    if (cursor.wholeNumber(field) != SCHEMA_VERSION) {
                        throw cursor.error("this version reads environments of schemaVersion " + SCHEMA_VERSION
                                + "; record the session again");
                    }
                }
                default -> cursor.skip();
            }
        }
        if (identity.isEmpty()) {
            throw cursor.error("an environment lacks \"identity\", the facts that times depend on");
        }
        return new Environment(identity, context);
    }

    private static void readFacts(JsonCursor cursor, String what, Map<String, String> into) throws IOException {
        cursor.inObject(what);
        for (String fact = cursor.nextField(); fact != null; fact = cursor.nextField()) {
            into.put(fact, cursor.scalar(fact));
        }
    }
}
