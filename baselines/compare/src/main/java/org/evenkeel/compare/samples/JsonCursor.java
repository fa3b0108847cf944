package org.evenkeel.compare.samples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalDouble;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON stream whose every complaint names file and line.
 *
 * <p>It reads forward only, so a file of any size needs the memory of one result.
 */
final class JsonCursor {

    /** Names are few and compared as text; numbers are most of what there is to read. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private final String source;

    JsonCursor(InputStream in, String source) throws IOException {
        this.parser = FACTORY.createParser(in);
        this.source = source;
    }

    /** Something that reads from a cursor and may find the stream broken. */
    interface Reading<T> {
        T read(JsonCursor cursor) throws IOException;
    }

    /** Reads a whole document; nothing may follow it. */
    static <T> T document(InputStream in, String source, Reading<T> reading) {
        try {
            JsonCursor cursor = new JsonCursor(in, source);
            try {
                T result = reading.read(cursor);
                if (cursor.parser.nextToken() != null) {
                    throw cursor.expected("the end of the file");
                }
                return result;
            } catch (JsonEOFException e) {
                throw new BadInputException(
                        cursor.origin() + ": the file ends in the middle of a value; was the run killed? Run it again",
                        e);
            } catch (JsonProcessingException e) {
                throw new BadInputException(
                        cursor.origin() + ": not JSON: "
                                + e.getOriginalMessage().replaceAll("\\s+", " "),
                        e);
            }
        } catch (java.io.CharConversionException e) {
            throw new BadInputException(source + ": not UTF-8 text: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(source + ": cannot be read: " + e.getMessage(), e);
        }
    }

    Origin origin() {
        return new Origin(source, Math.max(1, parser.currentLocation().getLineNr()));
    }

    BadInputException error(String message) {
        return new BadInputException(origin() + ": " + message);
    }

    /** The complaint that something else is here. */
    BadInputException expected(String what) throws IOException {
        JsonToken token = parser.currentToken();
        String found = token == null
                ? "the end of the file"
                : switch (token) {
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "an array";
                    case END_ARRAY -> "the end of an array";
                    case END_OBJECT -> "the end of an object";
                    case VALUE_STRING -> "the text \"" + shortened(parser.getText()) + "\"";
                    default -> shortened(parser.getText());
                };
        return error("expected " + what + ", found " + found);
    }

    /** Moves on to an array's start; {@link #nextElement} then walks through it. */
    void startArray(String what) throws IOException {
        parser.nextToken();
        inArray(what);
    }

    /** The same where the cursor stands on the array's start already. */
    void inArray(String what) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw expected(what + " as an array");
        }
    }

    /** Moves on to the next element of an array, or past its end. */
    boolean nextElement() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw error("the file ends in the middle of an array; was the run killed? Run it again");
        }
        return token != JsonToken.END_ARRAY;
    }

    /** Checks that the cursor stands on an object; {@link #nextField} then walks through it. */
    void inObject(String what) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw expected(what + " as an object");
        }
    }

    /** Moves on to the value of the next field, or past the object's end. */
    @Nullable
    String nextField() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw error("the file ends in the middle of an object; was the run killed? Run it again");
        }
        if (token == JsonToken.END_OBJECT) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    void next() throws IOException {
        parser.nextToken();
    }

    String text(String what) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw expected(what + " as text");
        }
        return parser.getText();
    }

    /** A scalar as text: parameters are text in JMH's files, and bare numbers in files of other writers. */
    String scalar(String what) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue()) {
            throw expected(what + " as a single value");
        }
        return parser.getText();
    }

    int wholeNumber(String what) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw expected(what + " as a whole number");
        }
        long value = longValue(what);
        if (value != (int) value) {
            throw expected(what + " as a whole number below 2^31");
        }
        return (int) value;
    }

    long longValue(String what) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw expected(what + " as a whole number below 2^63");
        }
        return parser.getLongValue();
    }

    /** A number, or one of the words that JMH writes for those that JSON does not have. */
    double number(String what) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getDoubleValue();
        }
        if (token == JsonToken.VALUE_STRING) {
            OptionalDouble word = switch (parser.getText()) {
                case "NaN" -> OptionalDouble.of(Double.NaN);
                case "+INF", "INF", "Infinity", "+Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
                case "-INF", "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
                default -> OptionalDouble.empty();
            };
            if (word.isPresent()) {
                return word.getAsDouble();
            }
        }
        throw expected(what + " as a number");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }
}
