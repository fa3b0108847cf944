package org.evenkeel.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitRuleTest {

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, true", "3, false", "4, true", "137, true"})
    void rule_byDefault_failsOnWhatTheStatusSays(int status, boolean fails) {
        assertThat(ExitRule.parse("1,2,4").failure(status).isPresent()).isEqualTo(fails);
    }

    @Test
    void rule_thatIsToldTo_letsAnUndecidedRunPass() {
        assertThat(ExitRule.parse("1, 2").failure(4)).isEmpty();
        assertThat(ExitRule.parse("1, 2").failure(1))
                .hasValueSatisfying(words ->
                        assertThat(words).contains("something got worse").endsWith("(exit status 1)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "1;2", "0", "yes", "1,,2"})
    void rule_thatIsNone_isRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExitRule.parse(text))
                .withMessageContaining("such as 1,2,4")
                .withMessageContaining("\"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 2, 2", "4, 1, 1", "4, 3, 4", "3, 0, 3", "0, 0, 0", "2, 137, 137"})
    void worst_isThatOfTheOrderOfAllCommands(int one, int other, int worst) {
        assertThat(ExitRule.worst(one, other)).isEqualTo(worst);
        assertThat(ExitRule.worst(other, one)).isEqualTo(worst);
    }
}
