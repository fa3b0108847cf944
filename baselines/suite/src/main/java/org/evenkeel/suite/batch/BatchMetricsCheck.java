package org.evenkeel.suite.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks that the six files are there and that their numbers can mean what their names say. */
public final class BatchMetricsCheck {

    private static final List<String> LATENCIES = List.of("min", "p50", "p75", "p90", "p95", "p99", "max");

    private final List<String> problems = new ArrayList<>();

    private BatchMetricsCheck() {}

    /**
     * Checks a folder's files.
     *
     * @param files the content of each, by name
     * @return what is wrong, a line each; empty when nothing is
     */
    public static List<String> problems(Map<String, String> files) {
        BatchMetricsCheck check = new BatchMetricsCheck();
        for (String file : BatchMetrics.FILES) {
            String text = files.get(file);
            if (text == null) {
                check.problems.add(file + ": expected it, found nothing");
            } else {
                check.file(file, text);
            }
        }
        return List.copyOf(check.problems);
    }

    private void file(String file, String text) {
        try {
            JsonNode json = BatchMetrics.MAPPER.readTree(text);
            JsonNode content = null;
            for (JsonNode field : json) {
                content = field.isArray() ? field : content;
            }
            if (json.path("schemaVersion").asInt() != 1 || content == null) {
                problems.add(file + ": expected schemaVersion 1 and an array, found neither or one of them");
                return;
            }
            for (JsonNode one : content) {
                one(file, one);
            }
        } catch (JsonProcessingException e) {
            problems.add(file + ": not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "));
        }
    }

    private void one(String file, JsonNode one) {
        String name =
                file + ": " + one.path("benchmark").asText(one.path("path").asText("?"));
        switch (file) {
            case "processing_times.json" -> positive(name, one, "mean", "median");
            case "throughput_report.json" -> positive(name, one, "operationsPerSecond");
            case "latency_distribution.json" -> latency(name, one);
            case "queue_depth.json" -> ascending(name, one, List.of("mean", "max"));
            case "memory_profile.json" -> memory(name, one);
            default -> worker(name, one);
        }
    }

    private void latency(String name, JsonNode one) {
        positive(name, one, "calls", "max");
        ascending(name, one, LATENCIES);
        long counted = 0;
        double end = Double.NEGATIVE_INFINITY;
        for (JsonNode bin : one.path("histogram")) {
            counted += bin.path("count").asLong();
            if (bin.path("from").asDouble() < end - 1e-9 * Math.abs(end)) {
                problems.add(name + ": the histogram's bins overlap at " + end);
            }
            end = bin.path("to").asDouble();
        }
        if (counted != one.path("calls").asLong()) {
            problems.add(name + ": expected a histogram of " + one.path("calls").asLong() + " calls, found " + counted);
        }
    }

    private void memory(String name, JsonNode one) {
        boolean isLeak = one.path("leak").asBoolean();
        if (!one.path("leak").isBoolean()
                || isLeak != Objects.equals(one.path("verdict").asText(), "GROWING")) {
            problems.add(name + ": expected \"leak\" to say what \"verdict\" says, found " + one.path("leak") + " and "
                    + one.path("verdict"));
        }
        JsonNode samples = one.path("samples");
        if (samples.isEmpty()) {
            return;
        }
        long most = 0;
        for (JsonNode sample : samples) {
            most = Math.max(most, sample.path("bytes").asLong());
        }
        same(name, one, "initial", samples.get(0).path("bytes").asLong());
        same(name, one, "final", samples.get(samples.size() - 1).path("bytes").asLong());
        same(name, one, "peak", most);
        same(
                name,
                one,
                "growth",
                one.path("final").asLong() - one.path("initial").asLong());
    }

    private void same(String name, JsonNode one, String field, long expected) {
        if (one.path(field).asLong(Long.MIN_VALUE) != expected) {
            problems.add(name + ": expected \"" + field + "\" " + expected + ", as the samples say, found "
                    + one.path(field));
        }
    }

    private void worker(String name, JsonNode one) {
        positive(name, one, "threads");
        for (String field : List.of("cpuCores", "operationsPerSecond", "cpuSecondsPerOperation")) {
            JsonNode value = one.path(field);
            if (value.isMissingNode() || !(value.isNull() || value.asDouble(-1) >= 0)) {
                problems.add(name + ": expected \"" + field + "\" of at least 0, or null, found " + value);
            }
        }
    }

    private void positive(String name, JsonNode one, String... fields) {
        for (String field : fields) {
            if (!(one.path(field).asDouble(-1) > 0)) {
                problems.add(name + ": expected \"" + field + "\" above 0, found " + one.path(field));
            }
        }
    }

    private void ascending(String name, JsonNode one, List<String> fields) {
        double before = Double.NEGATIVE_INFINITY;
        for (String field : fields) {
            JsonNode value = one.path(field);
            if (!value.isNumber() && !value.isNull()) {
                problems.add(name + ": expected a number \"" + field + "\", found " + value);
            } else if (value.isNumber()) {
                if (value.asDouble() < before) {
                    problems.add(name + ": expected \"" + field + "\" to be at least " + before + ", found " + value);
                }
                before = value.asDouble();
            }
        }
    }
}
