package org.evenkeel.suite.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Distribution;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.RawResult;
import org.evenkeel.compare.samples.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchMetricsTest {

    private static final Identity LATENCY = new Identity("B.l", "sample", 10, new TreeMap<>(), "score");
    private static final Identity RATE = new Identity("B.t", "thrpt", 10, new TreeMap<>(), "score");

    @Test
    void render_measuredBenchmarks_fillsTheFilesAndPassesTheCheck() throws Exception {
        Map<String, String> files = files();

        assertThat(files).containsOnlyKeys(BatchMetrics.FILES);
        assertThat(BatchMetricsCheck.problems(files)).isEmpty();
        JsonNode latency =
                json(files, "latency_distribution.json").get("latencies").get(0);
        assertThat(latency.get("calls").asLong()).isEqualTo(100);
        // Of 1 to 100 us, nearest rank.
        assertThat(latency.get("p50").asDouble()).isCloseTo(0.050, within(1e-12));
        assertThat(latency.get("p99").asDouble()).isCloseTo(0.099, within(1e-12));
        assertThat(latency.get("max").asDouble()).isCloseTo(0.100, within(1e-12));
        JsonNode rate = json(files, "throughput_report.json").get("throughput").get(0);
        assertThat(rate.get("operationsPerSecond").asDouble()).isCloseTo(2000, within(1e-6));
        JsonNode worker =
                json(files, "worker_resource_utilization.json").get("workers").get(0);
        assertThat(worker.get("cpuSecondsPerOperation").asDouble()).isCloseTo(1.5 / 2000, within(1e-12));
        assertThat(worker.get("threads").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "latency_distribution.json, \"count\" : 1, \"count\" : 7, expected a histogram of 100 calls",
        "throughput_report.json, \"operationsPerSecond\" : 2000.0, \"operationsPerSecond\" : -1, above 0",
        "worker_resource_utilization.json, cpuSecondsPerOperation, seconds, cpuSecondsPerOperation",
        "processing_times.json, {, [, not JSON",
        "queue_depth.json, schemaVersion, version, expected schemaVersion 1",
    })
    void problems_fileThatDoesNotMeanWhatItSays_isNamed(String file, String from, String to, String said) {
        Map<String, String> files = new HashMap<>(files());
        String damaged = files.getOrDefault(file, "").replaceFirst(java.util.regex.Pattern.quote(from), to);
        assertThat(damaged).isNotEqualTo(files.get(file));
        files.put(file, damaged);

        assertThat(BatchMetricsCheck.problems(files))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith(file))
                .anyMatch(problem -> problem.contains(said));
    }

    @Test
    void problems_fileThatIsMissing_isNamed() {
        Map<String, String> files = new HashMap<>(files());
        files.remove("memory_profile.json");

        assertThat(BatchMetricsCheck.problems(files))
                .containsExactly("memory_profile.json: expected it, found nothing");
    }

    private static Map<String, String> files() {
        Session session = new JmhText()
                .add("B.l", "sample", 10, Map.of(), "us/op", Map.of(), 50, 51)
                .add(
                        "B.t",
                        "thrpt",
                        10,
                        Map.of(),
                        "ops/ms",
                        Map.of("queue.mean", new double[] {2}, "queue.max", new double[] {5}),
                        2,
                        2)
                .session("run");
        double[] values = new double[100];
        long[] counts = new long[100];
        for (int i = 0; i < 100; i++) {
            values[i] = i + 1;
            counts[i] = 1;
        }
        RawResult raw =
                new RawResult(LATENCY, "us/op", List.of(), java.util.Optional.of(new Distribution(values, counts)));
        return BatchMetrics.render(new BatchMetrics.Input(
                session,
                Map.of(LATENCY, raw),
                List.of(),
                List.of(new WorkerUse(RATE, OptionalDouble.of(1.5), OptionalDouble.empty()))));
    }

    private static JsonNode json(Map<String, String> files, String name) throws Exception {
        return new ObjectMapper().readTree(files.get(name));
    }
}
