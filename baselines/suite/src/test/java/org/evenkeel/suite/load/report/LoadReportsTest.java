package org.evenkeel.suite.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.plan.Scenario;
import org.evenkeel.suite.load.plan.ScenarioReader;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.Second;
import org.evenkeel.suite.load.samples.TaskResult;
import org.evenkeel.suite.load.verdict.LoadVerdict;
import org.junit.jupiter.api.Test;

class LoadReportsTest {

    private static final String SCENARIO = """
            scenario: shop
            users:
              - {name: guest, weight: 9}
              - {name: buyer}
            phases:
              - {name: users, closed: {users: 10}, for: 2s}
              - {name: arrivals, open: {rate: 100/s}, for: 2s}
            objectives:
              - {metric: response.p99, target: 5ms}
              - {metric: errors, target: 50%}
            """;

    private static final String ERROR = "java.lang.IllegalStateException: <script>alert(1)</script> | no \"seat\"";

    private static LoadVerdict verdict(Optional<String> broken) {
        Scenario scenario = ScenarioReader.read(SCENARIO, "shop.yaml");
        List<PhaseResult> phases = new ArrayList<>();
        List<Second> seconds = new ArrayList<>();
        for (Phase phase : scenario.phases()) {
            TreeMap<String, Long> errors = new TreeMap<>();
            errors.put(ERROR, 7L);
            phases.add(new PhaseResult(
                    phases.size(),
                    phase,
                    false,
                    2,
                    2.1,
                    200,
                    200,
                    3,
                    histogram(100_000),
                    List.of(task("guest", 7), task("buyer", 0)),
                    errors,
                    1,
                    0.25));
            seconds.add(new Second(
                    phases.size(),
                    1,
                    phases.size() - 1,
                    100,
                    96.5,
                    3.5,
                    0,
                    10,
                    1,
                    new double[] {1e6, 2e6, Double.NaN, 9e6},
                    Double.NaN,
                    1 << 20,
                    OptionalLong.of(1 << 19),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    30,
                    OptionalLong.of(12),
                    0.25,
                    3,
                    new double[] {0.7}));
        }
        return LoadVerdict.of(new LoadRun(
                scenario,
                "shop?lock=striped",
                Instant.parse("2026-11-30T00:00:00Z"),
                "OpenJDK 17",
                1 << 30,
                2,
                new LoadRun.DriverCost(200, 9_000),
                List.of(new LoadRun.GaugeSeries("cache.hit.rate", "ratio")),
                phases,
                seconds,
                Optional.empty(),
                broken,
                Optional.empty(),
                List.of("A note.")));
    }

    private static Histogram histogram(long nanos) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(nanos, 99);
        histogram.recordValueWithCount(90 * nanos, 1);
        return histogram;
    }

    private static TaskResult task(String user, long errors) {
        return new TaskResult(user, "request", 100, errors, 0, histogram(1_000_000), histogram(500_000));
    }

    @Test
    void text_hasARowForEachTask_andSaysWhichTimesTheyAre() {
        String text = LoadText.render(verdict(Optional.empty()));

        assertThat(text.lines().filter(line -> line.startsWith("users "))).hasSize(3);
        assertThat(text).contains("service time: users waited for each answer", "7 x java.lang");
        assertThat(text.lines()
                        .filter(line -> line.startsWith("arrivals"))
                        .findFirst()
                        .orElseThrow())
                .contains("guest", "response", "1.00 ms");
    }

    @Test
    void json_isWhatItSays_andHasNoResponseTimesOfClosedPhases() throws Exception {
        JsonNode json = new ObjectMapper().readTree(LoadJson.render(List.of(verdict(Optional.empty()))));

        assertThat(json.at("/phases/0/tasks/0").has("responseNanos")).isFalse();
        assertThat(json.at("/phases/1/tasks/0/responseNanos/max").asLong()).isBetween(90_000_000L, 90_100_000L);
        assertThat(json.at("/phases/1/errors").path(ERROR).asLong()).isEqualTo(7);
        assertThat(json.at("/seconds/0").has("p99Nanos")).isFalse();
        assertThat(json.at("/seconds/0/gauges").path("cache.hit.rate").asDouble())
                .isEqualTo(0.7);
    }

    @Test
    void csv_hasAsManyCellsInEachRow() {
        String tasks = LoadCsv.tasks(List.of(verdict(Optional.empty())));
        String seconds = LoadCsv.seconds(verdict(Optional.empty()).run());

        for (String csv : List.of(tasks, seconds)) {
            int columns = csv.lines().findFirst().orElseThrow().split(",", -1).length;
            assertThat(csv.lines())
                    .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        }
        assertThat(tasks.lines()).hasSize(7);
    }

    @Test
    void html_letsNoNameFromOutsideIntoTheMarkup() {
        String html = LoadHtml.render(List.of(verdict(Optional.empty())));

        assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }

    @Test
    void junit_countsWhatIsMissed() {
        String xml = LoadJunit.render(List.of(verdict(Optional.empty())));

        assertThat(xml).contains("tests=\"5\"").contains("failures=\"0\"").contains("skipped=\"1\"");
        assertThat(LoadJunit.render(List.of(verdict(Optional.of("invariant broken: nothing lost")))))
                .contains("failures=\"1\"");
    }

    @Test
    void jmhExport_isReadAsASession_withRatesAndPercentiles_andNothingOfABrokenRun() {
        String json = JmhExport.render(List.of(verdict(Optional.empty())), "17");
        Session session = JmhReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "jmh.json");

        assertThat(session.series().keySet())
                .anyMatch(identity -> identity.benchmark().endsWith("shop.rate"))
                .anyMatch(identity -> identity.benchmark().endsWith("shop.response")
                        && identity.metric().equals("p99"))
                .anyMatch(identity -> identity.benchmark().endsWith("shop.service"));
        assertThat(JmhExport.render(List.of(verdict(Optional.of("broken"))), "17")
                        .strip())
                .isEqualTo("[ ]");
    }
}
