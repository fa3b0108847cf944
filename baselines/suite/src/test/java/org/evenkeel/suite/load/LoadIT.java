package org.evenkeel.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.HdrHistogram.HistogramLogReader;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code load} as a user runs it. */
@Tag("long")
@Tag("commands")
class LoadIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private Ended load(String... arguments) throws Exception {
        return Jars.run(
                folder,
                Jars.BASELINES,
                Stream.concat(Stream.of("load"), Stream.of(arguments)).toArray(String[]::new));
    }

    private JsonNode result(String out) throws IOException {
        return MAPPER.readTree(Files.readString(folder.resolve(out).resolve("load.json")));
    }

    private String scenario(String text) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), text);
        return "mine.yaml";
    }

    @Test
    void load_ofAPath_writesEveryReport_andCountsWhatWasOffered() throws Exception {
        Ended load = load("smoke", "--path", "planted", "--duration", "4s", "--out", "run", "--users", "4");

        assertThat(load.status()).as(load.toString()).isZero();
        assertThat(load.out()).contains("smoke on planted: no objective missed", "service", "response", "Driver:");
        JsonNode open = result("run").at("/phases/2");
        assertThat(open.path("name").asText()).isEqualTo("arrivals");
        // 200 Poisson arrivals have a standard deviation of 14.
        assertThat(open.path("offered").asLong()).isBetween(130L, 270L);
        assertThat(open.path("done").asLong()).isEqualTo(open.path("offered").asLong());
        assertThat(open.at("/tasks/0/responseNanos/p99").asLong()).isPositive();
        assertThat(result("run").at("/phases/1/tasks/0").has("responseNanos")).isFalse();
        assertThat(result("run").path("seconds")).hasSizeGreaterThan(3);
        for (String name : List.of("report.html", "report.md", "junit.xml", "load.csv", "seconds.csv", "jmh.json")) {
            assertThat(folder.resolve("run").resolve(name)).as(name).isNotEmptyFile();
        }
        try (HistogramLogReader log =
                new HistogramLogReader(folder.resolve("run/latencies.hlog").toFile())) {
            assertThat(log.nextIntervalHistogram().getTag()).isEqualTo("warmup.user.request.service");
        }
    }

    @Test
    void load_ofABrokenPath_isInvalid_neverANumber() throws Exception {
        Ended load = load("smoke", "--path", "planted?broken=true", "--duration", "2s", "--out", "run");

        assertThat(load.status()).isEqualTo(1);
        assertThat(result("run").path("verdict").asText()).isEqualTo("INVALID");
        assertThat(load.out()).contains("every operation begun has ended");
        assertThat(MAPPER.readTree(Files.readString(folder.resolve("run/jmh.json"))))
                .isEmpty();
    }

    @Test
    void load_ofAClass_countsItsErrorsByKind() throws Exception {
        Files.writeString(
                folder.resolve("Failing.java"),
                "public class Failing implements Runnable { int n; public synchronized void run() {"
                        + " if (n++ % 4 == 0) throw new IllegalStateException(\"no seat \" + n); } }");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, folder.resolve("Failing.java").toString());
        Ended load = load("smoke", "--workload", "Failing", "-cp", ".", "--duration", "2s", "--out", "run");

        assertThat(load.status()).as(load.toString()).isEqualTo(1);
        JsonNode open = result("run").at("/phases/2");
        assertThat(open.at("/errors/java.lang.IllegalStateException: no seat #").asLong())
                .isEqualTo(open.at("/tasks/0/errors").asLong())
                .isPositive();
    }

    @Test
    void load_ofATargetThatStalls_seesTheStall_whereServiceTimesDoNot() throws Exception {
        String file = scenario("""
                scenario: stall
                phases:
                  - {name: two-callers, open: {rate: 400/s, arrivals: constant, callers: 2}, for: 6s}
                objectives:
                  - {metric: response.p99, target: 100ms}
                  - {metric: service.p99, target: 100ms}
                """);
        Ended load = load(file, "--path", "planted?stall=200&period=1000", "--out", "run");

        assertThat(load.status()).as(load.toString()).isEqualTo(1);
        JsonNode task = result("run").at("/phases/0/tasks/0");
        assertThat(task.at("/responseNanos/p99").asLong()).isGreaterThan(170_000_000);
        assertThat(task.at("/serviceNanos/p99").asLong()).isLessThan(100_000_000);
    }

    @Test
    void load_interrupted_reportsWhatWasMeasured() throws Exception {
        Process process = Jars.start(
                folder, Jars.BASELINES, "load", "soak", "--path", "planted", "--duration", "1h", "--out", "run");
        Path log = folder.resolve("err.txt");
        for (int i = 0; i < 600 && !Files.readString(log).contains("answered"); i++) {
            Thread.sleep(100);
        }
        process.destroy();

        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(result("run").path("endedBecause").asText()).contains("interrupted");
        assertThat(result("run").path("seconds")).isNotEmpty();
        assertThat(Files.readString(folder.resolve("out.txt"))).contains("soak on planted");
    }

    @Test
    void load_ofAWrongScenario_saysWhereInOneLine() throws Exception {
        String file = scenario("scenario: x\nphases:\n  - {name: a, open: {rat: 1/s}, for: 1s}\n");

        Ended load = load(file, "--path", "planted");

        assertThat(load.status()).isEqualTo(2);
        assertThat(load.err().strip().lines()).hasSize(1);
        assertThat(load.err()).contains("mine.yaml:3: unknown key \"rat\"");
        assertThat(load("nothing").err()).contains("there is no preset and no file");
        assertThat(load("smoke", "--path", "nosuch").err()).contains("there is no hot path \"nosuch\"");
        assertThat(load("smoke", "--workload", "No", "-cp", ".", "--out", "r2").status())
                .isEqualTo(2);
        assertThat(load("smoke", "--path", "planted", "--virtual", "--duration", "1s", "--out", "r3")
                        .status())
                .isEqualTo(Runtime.version().feature() >= 21 ? 0 : 2);
    }

    @Test
    void compare_ofTwoRuns_hasTheirRatesAndPercentiles() throws Exception {
        assertThat(load("smoke", "--path", "planted", "--duration", "2s", "--out", "a")
                        .status())
                .isZero();
        assertThat(load("smoke", "--path", "planted", "--duration", "2s", "--out", "b")
                        .status())
                .isZero();

        Ended compare = Jars.run(folder, Jars.BASELINES, "compare", "a", "b");

        assertThat(compare.status()).as(compare.toString()).isIn(0, 1, 4);
        assertThat(compare.out()).contains("smoke.response", "smoke.rate", "p99");
    }
}
