package org.evenkeel.suite.nightly.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.BadInputException;

/**
 * Reads the {@code data.js} in which github-action-benchmark keeps its past: an assignment of one JSON object to
 * {@code window.BENCHMARK_DATA}. It keeps one score for each benchmark and run, and no forks.
 */
public final class ActionBenchmarkReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern THREADS = Pattern.compile("threads:\\s*(\\d{1,6})\\b");
    private static final Pattern PARAMS = Pattern.compile("^(.*?) \\( (\\{.*}) \\)$", Pattern.DOTALL);

    private ActionBenchmarkReader() {}

    /**
     * Reads a whole file.
     *
     * @param source the file's name in messages
     */
    public static History read(String text, String source) {
        int start = text.indexOf('{');
        try {
            JsonNode entries =
                    MAPPER.readTree(start < 0 ? "" : text.substring(start)).path("entries");
            if (!entries.isObject()) {
                throw new BadInputException(
                        source + ": expected window.BENCHMARK_DATA = {... \"entries\": {...}}, found no"
                                + " entries; is it a data.js of github-action-benchmark?");
            }
            return history(entries, source);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    source + ": not the data of github-action-benchmark: "
                            + e.getOriginalMessage().replaceAll("\\s+", " "),
                    e);
        }
    }

    private static History history(JsonNode suites, String source) throws JsonProcessingException {
        List<JsonNode> runs = new ArrayList<>();
        suites.forEach(suite -> suite.forEach(runs::add));
        runs.sort(Comparator.comparingLong(run -> run.path("date").asLong()));
        History.Builder history = new History.Builder();
        int number = 0;
        for (JsonNode run : runs) {
            history.night(new Night(
                    number++,
                    run.path("date").asLong(),
                    run.path("commit").path("id").asText("").replaceAll("\\s", "_")));
            for (JsonNode bench : run.path("benches")) {
                double value = bench.path("value").asDouble(Double.NaN);
                if (value > 0 && value < Double.POSITIVE_INFINITY) {
                    Metric metric =
                            metric(bench.path("unit").asText(), run.path("tool").asText());
                    history.add(identity(bench, metric), metric, List.of(value));
                }
            }
        }
        if (number == 0) {
            throw new BadInputException(source + ": has entries and no run in them");
        }
        return history.build();
    }

    private static Metric metric(String unit, String tool) {
        boolean rate = unit.startsWith("ops/")
                || unit.endsWith("/s")
                || unit.endsWith("/sec")
                || tool.equals("customBiggerIsBetter");
        return new Metric(
                Metric.SCORE, unit, MetricKind.TIME, rate ? Direction.LARGER_IS_BETTER : Direction.SMALLER_IS_BETTER);
    }

    private static Identity identity(JsonNode bench, Metric metric) throws JsonProcessingException {
        String name = bench.path("name").asText();
        TreeMap<String, String> params = new TreeMap<>();
        Matcher withParams = PARAMS.matcher(name);
        if (withParams.matches()) {
            name = withParams.group(1);
            MAPPER.readTree(withParams.group(2))
                    .properties()
                    .forEach(
                            param -> params.put(param.getKey(), param.getValue().asText()));
        }
        Matcher threads = THREADS.matcher(bench.path("extra").asText());
        String mode = metric.direction() == Direction.LARGER_IS_BETTER ? "thrpt" : "avgt";
        return new Identity(
                name, mode, threads.find() ? Math.max(1, Integer.parseInt(threads.group(1))) : 1, params, Metric.SCORE);
    }
}
