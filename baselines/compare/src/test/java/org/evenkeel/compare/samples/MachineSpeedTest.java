package org.evenkeel.compare.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MachineSpeedTest {

    @Test
    void ratio_ofTwoSessions_isThatOfTheirYardsticks() {
        assertThat(MachineSpeed.ratio(session(3000, "17"), session(2000, "17"))).hasValue(1.5);
    }

    @Test
    void alike_upToFifteenPerCent_eitherWay() {
        assertThat(MachineSpeed.alike(session(1140, "17"), session(1000, "17"))).isTrue();
        assertThat(MachineSpeed.alike(session(1000, "17"), session(1140, "17"))).isTrue();
        assertThat(MachineSpeed.alike(session(1160, "17"), session(1000, "17"))).isFalse();
        assertThat(MachineSpeed.alike(session(1000, "17"), session(1160, "17"))).isFalse();
    }

    @Test
    void ratio_measuredByAnotherJvmOrNotAtAll_isNotKnownAndHeldAgainstNobody() {
        Session plain = Session.of("plain", List.of());
        assertThat(MachineSpeed.ratio(session(3000, "25"), session(1000, "17"))).isEmpty();
        assertThat(MachineSpeed.ratio(session(3000, "17"), plain)).isEmpty();
        assertThat(MachineSpeed.alike(plain, session(3000, "17"))).isTrue();
    }

    private static Session session(double micros, String jvm) {
        Environment nowhere = new Environment(new TreeMap<>(), new TreeMap<>());
        return Session.of("session", List.of())
                .with(List.of(), List.of(), Optional.of(MachineSpeed.in(nowhere, micros, jvm)));
    }
}
