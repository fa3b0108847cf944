package org.evenkeel.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Workload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GaugeSamplerTest {

    @Test
    void stop_afterSomeReadings_hasThemInOrderWithMeanAndMaximum() throws InterruptedException {
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch fourRead = new CountDownLatch(4);
        GaugeSampler sampler = GaugeSampler.start(
                () -> watching(new Gauge("depth", "documents", () -> {
                    fourRead.countDown();
                    return readings.incrementAndGet();
                })),
                1);
        assertThat(fourRead.await(60, TimeUnit.SECONDS)).isTrue();

        GaugeSampler.Series series = sampler.stop();

        int n = series.length();
        assertThat(n).isEqualTo(readings.get()).isGreaterThanOrEqualTo(4);
        assertThat(series.value(0, 0)).isEqualTo(1);
        assertThat(series.value(0, n - 1)).isEqualTo(n);
        assertThat(series.maximum(0)).isEqualTo(n);
        assertThat(series.mean(0)).isEqualTo((n + 1) / 2.0);
        assertThat(series.millis(n - 1)).isGreaterThanOrEqualTo(series.millis(0));
    }

    @Test
    void stop_beforeThePathWasOpened_hasNoReadings() {
        GaugeSampler.Series series = GaugeSampler.start(() -> null, 1).stop();

        assertThat(series.length()).isZero();
        assertThat(series.gauges()).isEmpty();
    }

    private static @Nullable Workload watching(Gauge gauge) {
        return new Workload() {
            @Override
            public Caller caller(int index, long seed) {
                return () -> null;
            }

            @Override
            public List<Gauge> gauges() {
                return List.of(gauge);
            }

            @Override
            public void close() {}
        };
    }
}
