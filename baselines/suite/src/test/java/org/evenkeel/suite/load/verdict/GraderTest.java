package org.evenkeel.suite.load.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.evenkeel.compare.verdict.Objective.Grade;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.plan.Scenario;
import org.evenkeel.suite.load.plan.ScenarioReader;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.TaskResult;
import org.junit.jupiter.api.Test;

class GraderTest {

    private static final long MILLI = 1_000_000;

    private static final String OBJECTIVES = """
            scenario: test
            phases:
              - {name: users, closed: {users: 10}, for: 10s}
              - {name: arrivals, open: {rate: 100/s}, for: 10s}
            objectives:
              - {metric: response.p99, target: 100ms, acceptable: 200ms}
            """;

    private static Histogram of(long nanos, int times) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(nanos, times);
        return histogram;
    }

    private static PhaseResult phase(Phase phase, int number, long millis, long lagMillis, long errors) {
        TaskResult task =
                new TaskResult("user", "request", 1_000, errors, 0, of(millis * MILLI, 1_000), of(MILLI, 1_000));
        return new PhaseResult(
                number,
                phase,
                false,
                10,
                10.1,
                1_000,
                1_000,
                0,
                of(lagMillis * MILLI + 1, 1_000),
                List.of(task),
                new TreeMap<>(),
                0,
                0.5);
    }

    private static LoadVerdict judged(String scenario, long millis, long lagMillis, long errors, String... phases) {
        Scenario read = ScenarioReader.read(scenario, "test.yaml");
        List<PhaseResult> results = new ArrayList<>();
        for (String name : phases) {
            results.add(phase(read.phase(name), results.size(), millis, lagMillis, errors));
        }
        return LoadVerdict.of(new LoadRun(
                read,
                "path",
                Instant.EPOCH,
                "JVM",
                1 << 30,
                2,
                new LoadRun.DriverCost(200, 10_000),
                List.of(),
                results,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    @Test
    void openPhase_isGradedByItsResponseTime() {
        assertThat(grade(judged(OBJECTIVES, 50, 1, 0, "arrivals"))).contains(Grade.TARGET);
        assertThat(grade(judged(OBJECTIVES, 150, 1, 0, "arrivals"))).contains(Grade.ACCEPTABLE);
        assertThat(grade(judged(OBJECTIVES, 250, 1, 0, "arrivals"))).contains(Grade.POOR);
        assertThat(judged(OBJECTIVES, 150, 1, 0, "arrivals").status()).isEqualTo(ExitStatus.OK);
        assertThat(judged(OBJECTIVES, 250, 1, 0, "arrivals").status()).isEqualTo(ExitStatus.WRONG);
    }

    private static Optional<Grade> grade(LoadVerdict verdict) {
        return verdict.grades().get(0).grade();
    }

    @Test
    void closedPhase_howeverShort_meetsNoObjectiveOnResponseTimes() {
        LoadVerdict verdict = judged(OBJECTIVES, 1, 1, 0, "users");

        assertThat(grade(verdict)).isEmpty();
        assertThat(verdict.grades().get(0).note()).startsWith("service time");
        assertThat(verdict.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void closedPhase_besideAnOpenOne_isSettledByThat() {
        assertThat(judged(OBJECTIVES, 50, 1, 0, "users", "arrivals").status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void closedPhase_thatMissesEvenSo_misses() {
        assertThat(judged(OBJECTIVES, 250, 1, 0, "users").status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void driver_thatIsLateByMoreThanATenthOfTheObjective_makesTimesSayNothing() {
        LoadVerdict late = judged(OBJECTIVES, 205, 11, 0, "arrivals");

        assertThat(grade(late)).isEmpty();
        assertThat(late.invalid()).hasSize(1);
        assertThat(late.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(judged(OBJECTIVES, 50, 9, 0, "arrivals").status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void driver_thatIsLate_excusesNoTimeThatMissesByMore() {
        assertThat(grade(judged(OBJECTIVES, 250, 11, 0, "arrivals"))).contains(Grade.POOR);
    }

    @Test
    void errors_thatNobodyAllowed_areWrong() {
        assertThat(judged(OBJECTIVES, 50, 1, 1, "arrivals").status()).isEqualTo(ExitStatus.WRONG);
        String allowed = OBJECTIVES + "  - {metric: errors, target: 1%}\n";
        assertThat(judged(allowed, 50, 1, 1, "arrivals").status()).isEqualTo(ExitStatus.OK);
        assertThat(judged(allowed, 50, 1, 11, "arrivals").status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void knee_liesBelowTheLowestStageThatMissed() {
        List<PhaseResult> stages = List.of(stage(100, 0), stage(200, 1), stage(400, 2), stage(280, 3));

        KneeFound knee = KneeFound.of(stages, stage -> KneeFound.size(stage.phase()) < 300);

        assertThat(knee.words()).contains("between 280 and 400 arrivals/s");
        assertThat(KneeFound.of(stages, stage -> true).words()).contains("No knee up to 400");
        assertThat(KneeFound.of(stages, stage -> false).highest()).isEmpty();
        // One that met its objectives above one that did not is luck.
        assertThat(KneeFound.of(stages, stage -> stage.number() != 1).words()).contains("between 100 and 200");
    }

    private static PhaseResult stage(double rate, int number) {
        return phase(
                new Phase("at-" + (int) rate, new Phase.Open(rate, true, 10), Duration.ofSeconds(10)), number, 1, 0, 0);
    }
}
