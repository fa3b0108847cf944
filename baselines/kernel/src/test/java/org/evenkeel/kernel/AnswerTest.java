package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswerTest {

    @Test
    void of_programThatEnds_isWhatItSaidAndItsStatus() throws Exception {
        assertThat(sh("echo one; echo two; exit 3", 20)).isEqualTo(new Answer(3, "one\ntwo"));
    }

    @Test
    void of_programThatWaitsForInput_getsNone() throws Exception {
        assertThat(sh("cat; echo done", 20).text()).isEqualTo("done");
    }

    @Test
    void of_programThatHangs_endsInTimeAndSaysSo() {
        assertThatThrownBy(() -> sh("exec sleep 600", 1))
                .isInstanceOf(IOException.class)
                .hasMessage("sh did not answer within 1 s");
    }

    @Test
    void of_programThatLeavesAnotherOnItsOutput_isNotWaitedFor() throws Exception {
        assertThat(sh("echo said; sleep 20 &", 20).text()).isEqualTo("said");
    }

    private static Answer sh(String command, int seconds) throws IOException, InterruptedException {
        return Answer.of(new ProcessBuilder("sh", "-c", command), Duration.ofSeconds(seconds));
    }
}
