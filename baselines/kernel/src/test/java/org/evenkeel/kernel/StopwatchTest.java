package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopwatchTest {

    @Test
    void elapsed_isWhatTheClockWentSinceTheStart() {
        AtomicLong clock = new AtomicLong(5);
        Stopwatch watch = Stopwatch.start(clock::get);

        clock.set(1_500_000_005);

        assertThat(watch.nanos()).isEqualTo(1_500_000_000);
        assertThat(watch.seconds()).isEqualTo(1.5);
        assertThat(watch.elapsed()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void elapsed_overTheEndOfTheNumbers_goesOn() {
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE);
        Stopwatch watch = Stopwatch.start(clock::get);

        clock.set(Long.MIN_VALUE + 9);

        assertThat(watch.nanos()).isEqualTo(10);
    }
}
