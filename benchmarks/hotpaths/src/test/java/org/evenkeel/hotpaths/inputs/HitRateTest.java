package org.evenkeel.hotpaths.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.workload.Gauge;
import org.junit.jupiter.api.Test;

class HitRateTest {

    private final HitRate hitRate = new HitRate();

    @Test
    void ratio_beforeAnybodyAsked_isZero() {
        assertThat(hitRate.ratio()).isZero();
    }

    @Test
    void ratio_oneMissInFour_isThreeQuarters() {
        for (int i = 0; i < 4; i++) {
            hitRate.countLookup();
        }
        hitRate.countMiss();

        assertThat(hitRate.ratio()).isEqualTo(0.75);
        assertThat(hitRate).hasToString("1 of 4 lookups missed");
    }

    @Test
    void gauge_readsTheRatio() {
        Gauge gauge = hitRate.gauge();
        hitRate.countLookup();

        assertThat(gauge.name()).isEqualTo("cache.hit.rate");
        assertThat(gauge.reading().getAsDouble()).isEqualTo(1);
    }

    @Test
    void counts_fromManyThreads_loseNothing() throws Exception {
        try (Crowd crowd = Crowd.of(Collections.nCopies(8, hitRate), shared -> {
            for (int i = 0; i < 10_000; i++) {
                shared.countLookup();
                if (i % 5 == 0) {
                    shared.countMiss();
                }
            }
        })) {
            crowd.join();
        }
        assertThat(hitRate.lookups()).isEqualTo(80_000);
        assertThat(hitRate.misses()).isEqualTo(16_000);
    }
}
