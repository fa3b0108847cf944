package org.evenkeel.leakcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Failure;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Test;

class FailureJudgeTest {

    private static final long HEAP = 64 << 20;
    private static final Failure FULL = new Failure(Failure.Kind.OUT_OF_MEMORY, "Java heap space");

    @Test
    void judge_fullHeapThatGrewUntilThen_isGrowing() {
        LeakVerdict verdict = FailureJudge.judge(recording(Signal.HEAP, i -> i * HEAP / 20), FULL);

        assertThat(verdict).isInstanceOf(LeakVerdict.Growing.class);
        assertThat(verdict.evidence().rate().orElseThrow().perOperation()).isCloseTo(3355.443, within(0.001));
        assertThat(verdict.explanation()).contains("heap").contains("Java heap space");
    }

    @Test
    void judge_fullHeapThatDidNotGrow_isInvalid() {
        assertThat(FailureJudge.judge(recording(Signal.HEAP, i -> HEAP / 2 + i), FULL))
                .isInstanceOf(LeakVerdict.Invalid.class);
    }

    @Test
    void judge_noMoreThreadsAfterMoreAndMore_isGrowing() {
        Failure failure = new Failure(Failure.Kind.OUT_OF_MEMORY, "unable to create native thread");

        assertThat(FailureJudge.judge(recording(Signal.THREADS, i -> 10 + 40L * i), failure))
                .isInstanceOf(LeakVerdict.Growing.class);
    }

    @Test
    void judge_anythingElse_isInvalidWithTheReason() {
        for (Failure.Kind kind : Failure.Kind.values()) {
            if (kind != Failure.Kind.OUT_OF_MEMORY) {
                LeakVerdict verdict = FailureJudge.judge(
                        recording(Signal.HEAP, i -> i * HEAP / 20), new Failure(kind, "what was seen"));
                assertThat(verdict).isInstanceOf(LeakVerdict.Invalid.class);
                assertThat(verdict.explanation()).contains("what was seen");
            }
        }
    }

    private static Recording recording(Signal signal, IntToLongFunction reading) {
        List<Sample> samples = IntStream.range(0, 12)
                .mapToObj(i -> new Sample(
                        i, 1000, 1000L * (i + 1), 1, 1, Map.of(signal, reading.applyAsLong(i)), HeapHistogram.NONE))
                .toList();
        return new Recording(new CheckedJvmFacts("test", HEAP), HeapSource.HISTOGRAM, samples, List.of());
    }
}
