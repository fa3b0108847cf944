package org.evenkeel.leakcheck.run.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStampsTest {

    private static final long UP = Duration.ofHours(14).toNanos();
    private static final long NOW = 1_800_000_000_123L;
    private static final TimeStamps TIMES = new TimeStamps(UP, NOW);

    @ParameterizedTest
    @ValueSource(
            longs = {
                50_400_000_000_000L - 5_000_000_000L, // nanoseconds of the JVM, 5 s ago
                50_400_000_000_000L + 1_800_000_000_000L, // a deadline in half an hour
                1_800_000_000_000L, // milliseconds, just now
                1_800_000_030L // seconds, in half a minute
            })
    void isTime_ofNowOrSoon_isOne(long value) {
        assertThat(TIMES.isTime(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 17, 4_096, 1_000_000_000L, 0x7f00_0000_0000L, Long.MAX_VALUE, 1_700_000_000_000L})
    void isTime_countersAddressesAndTimesLongAgo_areNone(long value) {
        assertThat(TIMES.isTime(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000, 1_000_000_000L})
    void isTime_rightAfterTheMachineHasBooted_takesNoCounterForATime(long value) {
        assertThat(new TimeStamps(Duration.ofSeconds(60).toNanos(), NOW).isTime(value))
                .isFalse();
    }
}
