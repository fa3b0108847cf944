package org.evenkeel.leakcheck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;

/** Results as {@code leakcheck.json}: one object for one workload, an array for several. */
public final class LeakReports {

    /** The version of the format that is written. */
    public static final int SCHEMA_VERSION = LeakDocument.VERSION;

    /** Fields of newer versions are passed over. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private LeakReports() {}

    /** Writes results. */
    public static String toJson(List<LeakReport> reports) {
        List<LeakDocument> all = reports.stream().map(LeakDocument::of).toList();
        try {
            return MAPPER.writeValueAsString(all.size() == 1 ? all.get(0) : all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result that cannot be written", e);
        }
    }

    /**
     * Reads results.
     *
     * @throws IllegalArgumentException when {@code json} is not such a document; the message says where and why
     */
    public static List<LeakReport> fromJson(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            List<LeakReport> reports = new ArrayList<>();
            for (JsonNode one : root.isArray() ? root : List.of(root)) {
                requireVersion(one);
                reports.add(MAPPER.treeToValue(one, LeakDocument.class).report());
            }
            return reports;
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(
                    "expected a leak check's result; " + place(e) + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "line " + e.getLocation().getLineNr() + ": expected JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Before anything else, since what it means is another's to say. */
    private static void requireVersion(JsonNode document) {
        int version = document.path("schemaVersion").asInt(SCHEMA_VERSION);
        if (version != SCHEMA_VERSION) {
            throw new IllegalArgumentException("expected schemaVersion " + SCHEMA_VERSION + ", found " + version
                    + "; use the version of Evenkeel that wrote it, or a newer one");
        }
    }

    /** The field that is wrong or missing, as {@code "samples[3].batch": }. */
    private static String place(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.length() == 0 ? "" : '"' + path.toString() + "\": ";
    }
}
