package org.evenkeel.suite.load.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.load.plan.Scenario;
import org.evenkeel.suite.load.plan.ScenarioReader;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.TaskResult;
import org.junit.jupiter.api.Test;

/** What is judged of a service, whose process is not the driver's. */
class ServiceVerdictTest {

    private static final String SCENARIO = """
            scenario: test
            phases:
              - {name: arrivals, open: {rate: 100/s}, for: 10s}
            """;

    /** 1,000 requests of a millisecond, 30 of which failed: with 404, with 503 and without an answer. */
    private static LoadVerdict judged(String more, double driverCpu) {
        Scenario scenario = ScenarioReader.read(SCENARIO + more, "test.yaml");
        Histogram times = new Histogram(3);
        times.recordValueWithCount(1_000_000, 1_000);
        PhaseResult phase = new PhaseResult(
                0,
                scenario.phase("arrivals"),
                false,
                10,
                10,
                1_000,
                1_000,
                0,
                new Histogram(3),
                List.of(new TaskResult("user", "request", 1_000, 30, 0, times, times)),
                new TreeMap<>(Map.of("HTTP 404", 20L, "HTTP 503", 9L, "connection reset", 1L)),
                0,
                driverCpu);
        return LoadVerdict.of(new LoadRun(
                scenario,
                "http://127.0.0.1:8080/",
                Instant.EPOCH,
                "JVM",
                1 << 30,
                2,
                new LoadRun.DriverCost(Double.NaN, Double.NaN),
                List.of(),
                List.of(phase),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    private static double value(LoadVerdict verdict, int objective) {
        return verdict.grades().get(objective).value().orElseThrow();
    }

    @Test
    void errors_ofClientAndServer_areGradedApart() {
        LoadVerdict verdict = judged("""
                objectives:
                  - {metric: errors.4xx, target: 2%}
                  - {metric: errors.5xx, target: 0.1%}
                  - {metric: errors, target: 5%}
                """, 0.1);

        assertThat(value(verdict, 0)).isEqualTo(0.02);
        assertThat(value(verdict, 1)).isEqualTo(0.009);
        assertThat(value(verdict, 2)).isEqualTo(0.03);
        assertThat(verdict.missed()).hasSize(1);
    }

    @Test
    void errors_ofTheKindsThatNobodyAllowed_areWrong() {
        LoadVerdict verdict = judged("objectives:\n  - {metric: errors.4xx, target: 2%}\n", 0.1);

        assertThat(verdict.unexpectedErrors()).isEqualTo(10);
        assertThat(verdict.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void objectivesOnTheProcess_areNotJudgedByTheDriversOwn() {
        LoadVerdict verdict = judged("""
                objectives:
                  - {metric: cpu, target: 80%}
                  - {metric: threads.growth, target: 5}
                  - {metric: errors, target: 5%}
                """, 0.1);

        assertThat(verdict.grades().get(0).grade()).isEmpty();
        assertThat(verdict.grades().get(1).note()).contains("scripts/leakcheck watch");
        assertThat(verdict.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void leaks_thatWereAskedForAndNotLookedFor_areNoHealth() {
        LoadVerdict verdict = judged("objectives:\n  - {metric: errors, target: 5%}\nleaks: true\n", 0.1);

        assertThat(verdict.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void driver_thatTakesTheWholeMachine_makesTimesSayNothing() {
        String asked = "objectives:\n  - {metric: response.p99, target: 1s}\n  - {metric: errors, target: 5%}\n";

        assertThat(judged(asked, 0.9).invalid()).hasSize(1);
        assertThat(judged(asked, 0.7).invalid()).isEmpty();
    }
}
