package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimedCallTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void within_callThatReturns_isItsAnswer() throws Exception {
        assertThat(TimedCall.within(LONG, () -> false, () -> "answer")).isEqualTo("answer");
    }

    @Test
    void within_callThatThrows_isThatException() {
        assertThatThrownBy(() -> TimedCall.within(LONG, () -> false, () -> {
                    throw new IOException("refused");
                }))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("refused");
    }

    @Test
    void within_callThatNeverReturns_isLeftAloneInTime() {
        assertThatThrownBy(() -> TimedCall.within(Duration.ofSeconds(1), () -> false, TimedCallTest::never))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("no answer within 1 s");
    }

    @Test
    void within_callThatNobodyWaitsForAnyMore_isLeftAloneSoon() {
        assertThatThrownBy(() -> TimedCall.within(LONG, () -> true, TimedCallTest::never))
                .isInstanceOf(TimeoutException.class);
    }

    private static Object never() throws InterruptedException {
        new CountDownLatch(1).await();
        return "";
    }
}
