package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitStatusTest {

    @Test
    void worst_ofAll_followsTheOrderTwoOneFourThreeZero() {
        ExitStatus[] left = ExitStatus.values();
        StringBuilder order = new StringBuilder();
        while (left.length > 0) {
            ExitStatus worst = ExitStatus.worst(left);
            order.append(worst.code());
            left = Arrays.stream(left).filter(status -> status != worst).toArray(ExitStatus[]::new);
        }
        assertThat(order).hasToString("21430");
    }

    @Test
    void worst_ofNone_isOk() {
        assertThat(ExitStatus.worst()).isEqualTo(ExitStatus.OK);
    }
}
