package org.evenkeel.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;

class ProfileTest {

    @Test
    void named_unknown_listsTheProfiles() {
        assertThat(Profile.named("quick")).isEqualTo(Profile.QUICK);
        assertThatThrownBy(() -> Profile.named("fast"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("profile \"fast\": expected one of [smoke, quick, nightly]");
    }

    @Test
    void quick_onePath_isPlannedToTakeLessThanSixMinutes() {
        RunPlan plan = new RunPlan(
                List.of(new PlannedPath(PathSpec.parse("tiny"))), List.of(Form.values()), Profile.QUICK, List.of());

        Duration total = Profile.QUICK
                .benchmarkTime()
                .multipliedBy(plan.benchmarks().size())
                .plus(Profile.QUICK.leakBudget());

        assertThat(plan.benchmarks()).hasSize(8);
        assertThat(total).isLessThan(Duration.ofMinutes(6));
    }

    @Test
    void quick_fivePaths_arePlannedToTakeLessThanFifteenMinutes() {
        Duration onePath = Profile.QUICK.benchmarkTime().multipliedBy(8).plus(Profile.QUICK.leakBudget());

        assertThat(onePath.multipliedBy(5)).isLessThan(Duration.ofMinutes(15));
    }

    @Test
    void constructor_oneFork_isRefused() {
        assertThatThrownBy(() -> new Profile(
                        "x", 1, 1, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), Duration.ofSeconds(1), 0.1))
                .hasMessageContaining("at least 2 forks");
    }
}
