package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final long MIB = 1 << 20;
    private static final List<Sample> GROWS_BY_TEN_BYTES =
            List.of(sample(0, 0), sample(MIB / 4, MIB * 10 / 4), sample(MIB / 2, 5 * MIB), sample(MIB, 10 * MIB));

    @Test
    void batch_takesAFifthOfWhatCachesTake() {
        Room room = Room.of(GROWS_BY_TEN_BYTES, 100_000 * MIB);

        assertThat(room.batch(1).orElseThrow()).isCloseTo(246 * MIB / 5.0 / 10, within(1.0));
    }

    @Test
    void batch_ofSlowOperations_takesPartOfASecond() {
        assertThat(Room.of(GROWS_BY_TEN_BYTES, 100_000 * MIB).batch(1e6).orElseThrow())
                .isCloseTo(300, within(1.0));
    }

    @Test
    void batch_inASmallHeap_leavesTwoThirdsOfWhatIsFree() {
        assertThat(Room.of(GROWS_BY_TEN_BYTES, 70 * MIB).batch(1).orElseThrow())
                .isCloseTo(20 * MIB / 5.0 / 10, within(1.0));
    }

    @Test
    void batch_ofWhatHasGrownBeyondThat_orDoesNotGrow_isNone() {
        assertThat(Room.of(List.of(sample(0, 0), sample(1, 0), sample(MIB, 300 * MIB)), 100_000 * MIB)
                        .batch(1))
                .isEmpty();
        assertThat(Room.of(List.of(sample(0, 5), sample(0, 5), sample(MIB, 5)), 100_000 * MIB)
                        .batch(1))
                .isEmpty();
    }

    @Test
    void growth_thatStops_isToldFromOneThatGoesOn() {
        Room room = Room.of(GROWS_BY_TEN_BYTES, 100_000 * MIB);
        Sample before = sample(MIB, 10 * MIB);

        assertThat(room.goesOn(before, sample(2 * MIB, 10 * MIB)))
                .as("bursts of 5 MiB are awaited")
                .isTrue();
        assertThat(room.goesOn(before, sample(5 * MIB, 50 * MIB))).isTrue();
        assertThat(room.goesOn(before, sample(5 * MIB, 20 * MIB))).isTrue();
        assertThat(room.goesOn(before, sample(5 * MIB, 13 * MIB))).isFalse();
        assertThat(room.goesOn(before, sample(5 * MIB, 0))).isFalse();
        assertThat(room.goesOn(before, sample(MIB + 100, 10 * MIB)))
                .as("too little to tell")
                .isTrue();
    }

    @Test
    void isUsed_whenSoMuchGrew_orAfterSoMuchWork_andLaterWhereGrowthSlowsDown() {
        Room room = Room.of(GROWS_BY_TEN_BYTES, 100_000 * MIB);
        Sample before = sample(MIB, 10 * MIB);
        Sample asExpected = sample(5 * MIB, 50 * MIB);
        Sample slower = sample(5 * MIB, 40 * MIB);

        assertThat(room.isUsed(before, before, asExpected, 1.4e9)).isFalse();
        assertThat(room.isUsed(before, before, asExpected, 1.6e9)).isTrue();
        assertThat(room.isUsed(before, before, slower, 11.9e9)).isFalse();
        assertThat(room.isUsed(before, before, slower, 12.1e9)).isTrue();
        assertThat(room.isUsed(before, before, sample(50 * MIB, 300 * MIB), 0)).isTrue();
    }

    private static Sample sample(long operations, long heap) {
        Map<Signal, Long> signals = new EnumMap<>(Signal.class);
        signals.put(Signal.HEAP, heap);
        return new Sample(0, 1, Math.max(1, operations), 1, operations, signals, HeapHistogram.NONE);
    }
}
