package org.evenkeel.leakcheck.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profiler on benchmarks that were compiled without it, by JMH's own main class. */
@Tag("commands")
class LeakProfilerTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path folder;

    @Test
    void profiler_onAnybodysBenchmarks_givesRateAndVerdict() throws Exception {
        compile();
        String printed = jmh("-wi", "4", "-i", "20", "-w", "100ms", "-r", "100ms", "-f", "1");

        Map<String, JsonNode> results = results();
        JsonNode leaking = Objects.requireNonNull(results.get("org.acme.Registry.subscribes"));
        assertThat(score(leaking, "leak.rate")).isCloseTo(40, within(1.0));
        assertThat(leaking.at("/secondaryMetrics/leak.rate/scoreUnit").asText()).isEqualTo("B/op");
        assertThat(leaking.at("/secondaryMetrics/leak.rate/scoreConfidence/0").asDouble())
                .isGreaterThan(35);
        assertThat(score(leaking, "leak.verdict")).isEqualTo(1);
        JsonNode clean = Objects.requireNonNull(results.get("org.acme.Registry.subscribesAndUnsubscribes"));
        assertThat(score(clean, "leak.rate")).isCloseTo(0, within(0.1));
        assertThat(score(clean, "leak.verdict")).as(printed).isNotEqualTo(1);

        assertThat(printed).contains("GROWING. Growth that does not stop: heap");
        List<LeakReport> reports = LeakReports.fromJson(Files.readString(report("subscribes-Throughput")));
        assertThat(reports.get(0).verdictName()).isEqualTo(LeakVerdictName.GROWING);
        assertThat(reports.get(0).verdict().growth().classes())
                .anyMatch(found -> found.heapClass().name().equals("org.acme.Registry$Listener"));
    }

    @Test
    void profiler_withFewIterations_doesNotDecide() throws Exception {
        compile();
        String printed = jmh("-wi", "1", "-i", "3", "-w", "50ms", "-r", "50ms", "-f", "1", "subscribes$");

        JsonNode result = Objects.requireNonNull(results().get("org.acme.Registry.subscribes"));
        assertThat(result.at("/secondaryMetrics/leak.verdict/score").asText()).isEqualTo("NaN");
        assertThat(printed).contains("too few to see a trend").contains("-wi 10 -i 20 -r 1");
    }

    private Path report(String benchmark) throws IOException {
        try (var folders = Files.list(folder.resolve("reports"))) {
            return folders.filter(f -> f.getFileName().toString().contains(benchmark))
                    .findFirst()
                    .orElseThrow()
                    .resolve("leakcheck.json");
        }
    }

    private static double score(JsonNode result, String metric) {
        return result.path("secondaryMetrics").path(metric).path("score").asDouble();
    }

    /** As a build of somebody's benchmarks does: with JMH and its processor, and nothing of ours. */
    private void compile() throws IOException {
        Path source = folder.resolve("Registry.java");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/jmh/Registry.java"))) {
            Files.copy(in, source);
        }
        Files.createDirectories(folder.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        folder.resolve("classes").toString(),
                        "-cp",
                        entries("jmh-core"),
                        "-processorpath",
                        entries("jmh-core", "jmh-generator-annprocess", "jopt-simple", "commons-math3"),
                        source.toString());
        assertThat(status).isZero();
    }

    private String jmh(String... arguments) throws Exception {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder.resolve("classes")
                        + File.pathSeparator
                        + entries(
                                "jmh-core",
                                "jopt-simple",
                                "commons-math3",
                                "jackson",
                                "workload",
                                "kernel",
                                "leakcheck" + File.separator + "target" + File.separator + "classes",
                                "jq/main"),
                "-Djmh.ignoreLock=true",
                "org.openjdk.jmh.Main",
                "-prof",
                "org.evenkeel.leakcheck.jmh.LeakProfiler:out=" + folder.resolve("reports"),
                "-rf",
                "json",
                "-rff",
                folder.resolve("jmh.json").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(folder.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private Map<String, JsonNode> results() throws IOException {
        Map<String, JsonNode> results = new HashMap<>();
        new ObjectMapper()
                .readTree(folder.resolve("jmh.json").toFile())
                .forEach(result -> results.put(result.path("benchmark").asText(), result));
        return results;
    }

    private static String entries(String... parts) {
        return Arrays.stream(CLASS_PATH.split(File.pathSeparator, -1))
                .filter(entry -> Arrays.stream(parts).anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
