package org.evenkeel.suite.nightly.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;

/**
 * What a file of nights calls by a number.
 *
 * @param identity of the benchmark
 * @param metric what its numbers mean
 */
record SeriesLine(Identity identity, Metric metric) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** As JSON on one line. */
    String text() throws JsonProcessingException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("benchmark", identity.benchmark());
        json.put("mode", identity.mode());
        json.put("threads", identity.threads());
        ObjectNode params = json.putObject("params");
        identity.params().forEach(params::put);
        json.put("metric", metric.name());
        json.put("unit", metric.unit());
        json.put("kind", metric.kind().name());
        json.put("direction", metric.direction().name());
        return MAPPER.writeValueAsString(json);
    }

    /** Reads it back. */
    static SeriesLine of(String text) throws JsonProcessingException {
        JsonNode json = MAPPER.readTree(text);
        TreeMap<String, String> params = new TreeMap<>();
        json.path("params")
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        Metric metric = new Metric(
                json.path("metric").asText(),
                json.path("unit").asText(),
                MetricKind.valueOf(json.path("kind").asText()),
                Direction.valueOf(json.path("direction").asText()));
        return new SeriesLine(
                new Identity(
                        json.path("benchmark").asText(),
                        json.path("mode").asText(),
                        json.path("threads").asInt(),
                        params,
                        metric.name()),
                metric);
    }
}
