package org.evenkeel.suite.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.Decimals;

/** Trees for the page's block of data. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** More than anybody sees in a chart; the files beside the page have them all. */
    private static final int DIGITS = 6;

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    /** A number with as many digits as a chart shows; null where there is none, as JSON has neither infinity nor NaN. */
    public static JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(Decimals.rounded(value, DIGITS)) : NODES.nullNode();
    }

    static JsonNode number(OptionalDouble value) {
        return number(value.orElse(Double.NaN));
    }

    /** Numbers with as many digits as a chart shows. */
    public static ArrayNode numbers(double... values) {
        ArrayNode all = array();
        for (double value : values) {
            all.add(number(value));
        }
        return all;
    }

    static ArrayNode arrays(List<double[]> values) {
        ArrayNode all = array();
        values.forEach(one -> all.add(numbers(one)));
        return all;
    }

    /** A document that can stand inside of a script element, whatever its texts say. */
    public static String inScript(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }
}
