package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Test;

class BatchSizesTest {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final double NANOS_PER_OPERATION = 100;
    private static final double SAMPLE_NANOS = 10e6;

    private final List<Sample> samples = new ArrayList<>();
    private long operations;

    @Test
    void next_ofAGivenSize_drawsOneTwoAndFourTimesIt() {
        BatchSizes sizes = new BatchSizes(2, OptionalLong.of(1000), MINUTE_NANOS, 7);
        List<Long> drawn = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            drawn.add(next(sizes, 1e9, 0));
        }
        assertThat(drawn).containsExactlyInAnyOrder(500L, 500L, 1000L, 1000L, 2000L, 2000L);
    }

    @Test
    void next_withTheSameSeed_drawsTheSame() {
        BatchSizes one = new BatchSizes(1, OptionalLong.of(10), MINUTE_NANOS, 3);
        BatchSizes other = new BatchSizes(1, OptionalLong.of(10), MINUTE_NANOS, 3);
        for (int i = 0; i < 50; i++) {
            assertThat(one.next(List.of(), 1, 1, 1e9)).isEqualTo(other.next(List.of(), 1, 1, 1e9));
        }
    }

    @Test
    void next_whileNothingGrows_getsLonger() {
        BatchSizes sizes = new BatchSizes(1, OptionalLong.empty(), MINUTE_NANOS, 1);
        double early = mean(sizes, 12, 0);
        mean(sizes, 30, 0);
        double late = mean(sizes, 12, 0);

        // Forty-two batches later, at a doubling in fifteen, less what the blocks round.
        assertThat(late / early).isBetween(4.0, 12.0);
    }

    @Test
    void next_whileMuchIsRetained_staysShort() {
        BatchSizes sizes = new BatchSizes(1, OptionalLong.empty(), MINUTE_NANOS, 1);
        mean(sizes, 30, 100);

        // A mean batch should retain about a mebibyte, at 100 bytes an operation.
        assertThat(mean(sizes, 12, 100) * 100).isBetween(0.4 * (1 << 20), 2.5 * (1 << 20));
    }

    @Test
    void next_atTheEndOfTheBudget_fitsIn() {
        BatchSizes sizes = new BatchSizes(4, OptionalLong.empty(), MINUTE_NANOS, 1);

        assertThat(sizes.next(List.of(), NANOS_PER_OPERATION, SAMPLE_NANOS, 8_000))
                .isEqualTo(20);
        assertThat(sizes.next(List.of(), NANOS_PER_OPERATION, SAMPLE_NANOS, -5)).isEqualTo(1);
    }

    private double mean(BatchSizes sizes, int batches, double bytesPerOperation) {
        double sum = 0;
        for (int i = 0; i < batches; i++) {
            sum += next(sizes, 59e9, bytesPerOperation);
        }
        return sum / batches;
    }

    private long next(BatchSizes sizes, double nanosLeft, double bytesPerOperation) {
        long each = sizes.next(samples, NANOS_PER_OPERATION, SAMPLE_NANOS, nanosLeft);
        operations += each;
        samples.add(new Sample(
                samples.size(),
                each,
                operations,
                1,
                1,
                Map.of(Signal.HEAP, Math.round(1e6 + operations * bytesPerOperation)),
                HeapHistogram.NONE));
        return each;
    }
}
