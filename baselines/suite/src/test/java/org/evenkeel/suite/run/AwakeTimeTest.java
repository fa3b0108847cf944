package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwakeTimeTest {

    private final AtomicLong clock = new AtomicLong();
    private final AwakeTime time = new AwakeTime(clock::get);

    @Test
    void looksNowAndThen_isTheTimeBetweenThem() {
        clock.addAndGet(Duration.ofMillis(250).toNanos());
        assertThat(time.untilNow()).isEqualTo(Duration.ofMillis(250));

        clock.addAndGet(Duration.ofMillis(300).toNanos());
        assertThat(time.untilNow()).isEqualTo(Duration.ofMillis(550));
    }

    @Test
    void anHourAsleep_isNoHourOfWaiting() {
        clock.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(time.untilNow()).isEqualTo(Duration.ofSeconds(2));

        clock.addAndGet(Duration.ofMillis(250).toNanos());
        assertThat(time.untilNow()).isEqualTo(Duration.ofMillis(2_250));
    }
}
