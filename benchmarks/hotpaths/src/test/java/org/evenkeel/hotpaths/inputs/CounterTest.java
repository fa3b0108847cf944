package org.evenkeel.hotpaths.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.evenkeel.workload.Gauge;
import org.junit.jupiter.api.Test;

class CounterTest {

    @Test
    void sum_fromManyThreads_losesNothing() {
        Counter counter = new Counter("starts.accepted", "starts");

        IntStream.range(0, 8).parallel().forEach(thread -> {
            for (int i = 0; i < 10_000; i++) {
                counter.increment();
            }
        });
        counter.add(-1);

        assertThat(counter.sum()).isEqualTo(79_999);
        assertThat(counter).hasToString("79999 starts");
    }

    @Test
    void gauge_readLater_showsThePresentCount() {
        Counter counter = new Counter("starts.accepted", "starts");
        Gauge gauge = counter.gauge();
        counter.add(3);

        assertThat(gauge.name()).isEqualTo("starts.accepted");
        assertThat(gauge.unit()).isEqualTo("starts");
        assertThat(gauge.reading().getAsDouble()).isEqualTo(3);
    }

    @Test
    void perEach_ofNothing_isZeroAndThenTheFraction() {
        Counter hits = new Counter("cache.hits", "lookups");
        Counter lookups = new Counter("cache.lookups", "lookups");
        Gauge rate = hits.perEach(lookups, "cache.hit.rate");

        assertThat(rate.reading().getAsDouble()).isZero();
        lookups.add(4);
        hits.add(3);
        assertThat(rate.reading().getAsDouble()).isEqualTo(0.75);
        assertThat(rate.unit()).isEqualTo("ratio");
    }
}
