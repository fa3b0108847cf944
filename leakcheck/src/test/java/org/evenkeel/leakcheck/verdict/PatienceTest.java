package org.evenkeel.leakcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.evenkeel.leakcheck.samples.HeapNoise;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final SignalRule HEAP = SignalRule.of(Signal.HEAP, HeapNoise.NONE, 4L << 30);

    private final Patience patience = Patience.within(Duration.ofMinutes(5));

    @Test
    void with_moreGrown_isShorter() {
        assertThat(patience.with(1024, HEAP)).isEqualTo(Duration.ofSeconds(20));
        assertThat(patience.with(1 << 20, HEAP)).isLessThan(patience.with(1 << 18, HEAP));
        assertThat(patience.with(1e12, HEAP)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void within_aShortBudget_leavesTimeToDecide() {
        assertThat(Patience.within(Duration.ofSeconds(10)).longest()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void alphaSpending_overAnyNumberOfLooks_spendsNoMoreThanItHas() {
        AlphaSpending spending = new AlphaSpending(0.01);
        double spent = IntStream.rangeClosed(1, 10_000)
                .mapToDouble(look -> (1 - spending.confidenceLevel(look)) / 2)
                .sum();
        assertThat(spent).isLessThanOrEqualTo(0.01).isCloseTo(0.01, within(1e-4));
    }
}
