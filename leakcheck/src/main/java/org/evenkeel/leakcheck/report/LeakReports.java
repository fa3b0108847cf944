package org.evenkeel.leakcheck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** Results as {@code leakcheck.json}: one object for one workload, an array for several. */
public final class LeakReports {

    /** The version of the format that is written. */
    public static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter WRITER = MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

    private LeakReports() {}

    /** Writes results. */
    public static String toJson(List<LeakReport> reports) {
        ArrayNode all = MAPPER.createArrayNode();
        reports.forEach(report -> all.add(ReportWriter.write(report, MAPPER)));
        try {
            return WRITER.writeValueAsString(all.size() == 1 ? all.get(0) : all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    /**
     * Reads results.
     *
     * @throws IllegalArgumentException when {@code json} is not such a document; the message says where and why
     */
    public static List<LeakReport> fromJson(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "line " + e.getLocation().getLineNr() + ": expected JSON: " + e.getOriginalMessage());
        }
        List<LeakReport> reports = new ArrayList<>();
        if (root.isArray()) {
            root.forEach(node -> reports.add(ReportReader.read(node)));
        } else {
            reports.add(ReportReader.read(root));
        }
        return reports;
    }
}
