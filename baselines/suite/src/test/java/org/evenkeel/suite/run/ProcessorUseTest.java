package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProcessorUseTest {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong used = new AtomicLong();
    private final ProcessorUse use = new ProcessorUse(clock::get, used::get);

    @Test
    void lessThanTwoSecondsKnown_isTakenForWork() {
        assertThat(use.isAtWork()).isTrue();
        assertThat(after(Duration.ofMillis(1_900), Duration.ZERO)).isTrue();
    }

    @Test
    void nothingUsedForTwoSeconds_isNoWork() {
        assertThat(use.isAtWork()).isTrue();
        assertThat(after(Duration.ofSeconds(2), Duration.ZERO)).isFalse();
    }

    @Test
    void fivePercentOfAProcessor_isWork_lessIsNot() {
        assertThat(use.isAtWork()).isTrue();
        assertThat(after(Duration.ofSeconds(2), Duration.ofMillis(100))).isTrue();
        assertThat(after(Duration.ofSeconds(2), Duration.ofMillis(99))).isFalse();
    }

    /** Only the last two seconds count, however often somebody looks. */
    @Test
    void workThatEnded_isForgottenAfterTwoSeconds() {
        assertThat(use.isAtWork()).isTrue();
        assertThat(after(Duration.ofSeconds(2), Duration.ofSeconds(2))).isTrue();

        boolean atWork = true;
        int looks = 0;
        while (atWork) {
            atWork = after(Duration.ofMillis(250), Duration.ZERO);
            looks++;
        }

        assertThat(looks).isEqualTo(8);
    }

    private boolean after(Duration time, Duration moreUsed) {
        clock.addAndGet(time.toNanos());
        used.addAndGet(moreUsed.toNanos());
        return use.isAtWork();
    }
}
