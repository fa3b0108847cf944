package org.evenkeel.suite.ab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenkeel.suite.ab.run.BlockOrder.Progress;
import org.junit.jupiter.api.Test;

class BlockOrderTest {

    @Test
    void waits_alone_never() {
        assertThat(BlockOrder.waits(new Progress(7, 700, 100, false), List.of()))
                .isFalse();
    }

    @Test
    void waits_asFarAsTheOthers_no() {
        assertThat(BlockOrder.waits(calm(1, 10), List.of(calm(1, 10), calm(1, 10))))
                .isFalse();
    }

    @Test
    void waits_oneHasFewer_untilItIsCaughtUpWith() {
        assertThat(BlockOrder.waits(calm(1, 10), List.of(calm(0, 10), calm(1, 10))))
                .isTrue();
        assertThat(BlockOrder.waits(calm(0, 10), List.of(calm(1, 10), calm(1, 10))))
                .isFalse();
    }

    @Test
    void waits_oneThatIsDisturbedHasFewer_no() {
        assertThat(BlockOrder.waits(calm(1, 10), List.of(new Progress(0, 10, 10, true), calm(1, 10))))
                .isFalse();
    }

    @Test
    void waits_takesFarLonger_untilTheOthersHadAsMuchTime() {
        assertThat(BlockOrder.waits(calm(1, 40), List.of(calm(1, 10), calm(1, 10))))
                .isTrue();
        assertThat(BlockOrder.waits(calm(2, 40), List.of(calm(9, 10), calm(8, 10))))
                .isFalse();
        assertThat(BlockOrder.waits(calm(0, 40), List.of(calm(1, 10), calm(1, 10))))
                .as("one block at the least")
                .isFalse();
    }

    @Test
    void waits_anotherLagsBecauseItTakesFarLonger_no() {
        assertThat(BlockOrder.waits(calm(5, 10), List.of(calm(2, 40), calm(5, 10))))
                .isFalse();
    }

    @Test
    void waits_whateverTheProgress_oneGoes() {
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                for (int c = 0; c < 4; c++) {
                    for (int disturbed = 0; disturbed < 8; disturbed++) {
                        Progress first = new Progress(a, a * 10L, 10, (disturbed & 1) > 0);
                        Progress second = new Progress(b, b * 10L, 10, (disturbed & 2) > 0);
                        Progress slow = new Progress(c, c * 40L, 40, (disturbed & 4) > 0);
                        assertThat(BlockOrder.waits(first, List.of(second, slow))
                                        && BlockOrder.waits(second, List.of(first, slow))
                                        && BlockOrder.waits(slow, List.of(first, second)))
                                .as("all wait: %s, %s, %s", first, second, slow)
                                .isFalse();
                    }
                }
            }
        }
    }

    private static Progress calm(int blocks, long aBlock) {
        return new Progress(blocks, blocks * aBlock, aBlock, false);
    }
}
