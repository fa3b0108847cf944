package org.evenkeel.suite.profile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.profile.plan.ProfilePlan.Fork;
import org.junit.jupiter.api.Test;

class ProfilePlanTest {

    @Test
    void order_ofTwoSides_turnsRoundEveryRound() {
        ProfilePlan plan = new ProfilePlan(List.of("cpu"), 2, List.of("base", "here"), false, false, Profile.SMOKE);

        assertThat(plan.order())
                .extracting(Fork::fileName)
                .containsExactly("base-cpu-1", "here-cpu-1", "here-cpu-2", "base-cpu-2");
    }

    @Test
    void order_ofSeveralEvents_hasAsManyForksWithoutProfilerAndNoNameTwice() {
        ProfilePlan plan = new ProfilePlan(List.of("cpu", "lock"), 3, List.of("here"), true, true, Profile.SMOKE);

        assertThat(plan.order())
                .extracting(Fork::fileName)
                .doesNotHaveDuplicates()
                .contains("here-holders-1", "here-cpu-jfr", "here-lock-jfr");
        assertThat(plan.order()).filteredOn(fork -> fork.event().equals("none")).hasSize(6);
    }
}
