package org.evenkeel.leakcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.samples.Bound;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Test;

/** What has to be excluded before a heap is called steady. */
class SteadyClaimTest {

    private static final double MEBI = 1 << 20;
    private static final Judge JUDGE = new Judge(GrowthLimits.NONE, Duration.ofSeconds(60));

    /** The live set swings by up to 64 MiB; each of few operations keeps kilobytes, or nothing. */
    @Test
    void judge_leakUnderASwing_isNeverSteady() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            double kept = seed % 4 == 0 ? 100_000 : 1_000.0 * (1 + seed % 10);
            LeakVerdict verdict = JUDGE.judge(recording(75, 150, n -> 64 * MEBI * random.nextDouble() + kept * n));
            assertThat(verdict).as("seed %d", seed).isNotInstanceOf(LeakVerdict.Steady.class);
        }
    }

    @Test
    void judge_smallGrowthOfASlowOperation_isNeverSteady() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            // One string of 88 bytes in ten operations, and readings that are off by some objects.
            LeakVerdict verdict =
                    JUDGE.judge(recording(75, 15, n -> 88 * Math.floor(n / 10) + 100 * random.nextGaussian()));
            assertThat(verdict).as("seed %d", seed).isNotInstanceOf(LeakVerdict.Steady.class);
        }
    }

    @Test
    void judge_littleGrowthThatIsTheSameInEachStretch_isGrowingInTheEnd() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            LeakVerdict verdict =
                    JUDGE.judge(recording(75, 40, n -> 88 * Math.floor(n / 10) + 30 * random.nextGaussian()));
            assertThat(verdict).as("seed %d", seed).isInstanceOf(LeakVerdict.Growing.class);
        }
    }

    @Test
    void judge_littleGrowthThatSlowsDown_isNeverGrowing() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            double most = 10_000 + 40_000 * random.nextDouble();
            double half = 500 + 1_500 * random.nextDouble();
            LeakVerdict warmingUp =
                    JUDGE.judge(recording(75, 40, n -> most * (1 - Math.exp(-n / half)) + 30 * random.nextGaussian()));
            LeakVerdict everRarer =
                    JUDGE.judge(recording(75, 40, n -> most / 60 * Math.sqrt(n) + 30 * random.nextGaussian()));
            assertThat(warmingUp).as("seed %d", seed).isNotInstanceOf(LeakVerdict.Growing.class);
            assertThat(everRarer).as("seed %d", seed).isNotInstanceOf(LeakVerdict.Growing.class);
        }
    }

    @Test
    void judge_growthThatMayExpireOrHadABound_isInconclusiveAndSaysWhatWouldSettle() {
        Recording grows = recording(75, 10_000, n -> 100 * n);

        assertThat(JUDGE.judge(grows, Bound.NONE)).isInstanceOf(LeakVerdict.Growing.class);
        assertThat(JUDGE.judge(grows, Bound.MET)).isInstanceOf(LeakVerdict.Inconclusive.class);
        assertThat(JUDGE.judge(grows, Bound.MAY_EXPIRE))
                .isInstanceOfSatisfying(LeakVerdict.Inconclusive.class, verdict -> {
                    assertThat(verdict.explanation()).contains("carries a time");
                    assertThat(verdict.whatWouldSettle()).contains("--budget of 60 s");
                });
    }

    @Test
    void judge_aSteadyHeap_saysWhatItExcludes() {
        Random random = new Random(1);
        LeakVerdict verdict = JUDGE.judge(recording(75, 10_000, n -> 200 * random.nextGaussian()));

        assertThat(verdict).isInstanceOf(LeakVerdict.Steady.class);
        // 75 batches of 10,000 operations, and 32 bytes a batch that could always hide.
        assertThat(verdict.evidence().excludedBytesPerOperation().orElseThrow()).isBetween(0.003, 0.02);
    }

    /** What fell by so much may have kept as much: without it, it would have fallen further. */
    @Test
    void judge_aHeapThatStillFalls_excludesNoLessThanItsFall() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            double fall = 5 + 10 * random.nextDouble();
            LeakVerdict falls = JUDGE.judge(recording(75, 1_000, n -> 5e6 - fall * n + 200 * random.nextGaussian()));
            assertThat(falls.evidence().excludedBytesPerOperation().orElseThrow())
                    .as("seed %d", seed)
                    .isGreaterThan(0.9 * fall);
            LeakVerdict fallsFast = JUDGE.judge(recording(75, 1_000, n -> 5e6 - 50 * n + 200 * random.nextGaussian()));
            assertThat(fallsFast)
                    .as("seed %d", seed)
                    .isInstanceOfSatisfying(
                            LeakVerdict.Inconclusive.class,
                            verdict -> assertThat(verdict.explanation()).contains("still falls"));
        }
    }

    @Test
    void judge_aHeapThatFellFirstAndLiesStillSince_isJudgedByWhatItDoesSince() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            double still = 25_000 + 10_000 * random.nextDouble();
            LeakVerdict verdict =
                    JUDGE.judge(recording(75, 1_000, n -> 50 * Math.max(0, still - n) + 200 * random.nextGaussian()));
            assertThat(verdict).as("seed %d", seed).isInstanceOf(LeakVerdict.Steady.class);
            assertThat(verdict.evidence().excludedBytesPerOperation().orElseThrow())
                    .as("seed %d", seed)
                    .isLessThan(2);
        }
    }

    @Test
    void judge_moreIsToBeExcludedThanCanBe_isInconclusiveAndSaysHowManyOperationsItTakes() {
        Judge strict = new Judge(GrowthLimits.NONE.excluding(OptionalDouble.of(0.0001)), Duration.ofSeconds(60));
        Random random = new Random(1);
        LeakVerdict verdict = strict.judge(recording(75, 10_000, n -> 200 * random.nextGaussian()));

        assertThat(verdict).isInstanceOfSatisfying(LeakVerdict.Inconclusive.class, inconclusive -> {
            assertThat(inconclusive.explanation()).contains("not of 0.000100 B/op");
            assertThat(inconclusive.whatWouldSettle()).contains("operations instead of");
        });
    }

    @Test
    void judge_fewBatchesOfASlowOperationWithThreeThreadsEach_isGrowing() {
        assertThat(JUDGE.judge(counts(Signal.THREADS, n -> 10 + 3 * n, 6))).isInstanceOf(LeakVerdict.Growing.class);
        assertThat(JUDGE.judge(counts(Signal.THREADS, n -> 10 + 3 * n, 4)))
                .isInstanceOf(LeakVerdict.Inconclusive.class);
        assertThat(JUDGE.judge(counts(Signal.THREADS, n -> 10 + Math.min(3 * n, 12), 6)))
                .isInstanceOf(LeakVerdict.Inconclusive.class);
        assertThat(JUDGE.judge(counts(Signal.THREADS, n -> 10, 6))).isInstanceOf(LeakVerdict.Inconclusive.class);
    }

    private static Recording recording(int batches, int operations, DoubleUnaryOperator bytes) {
        Random sizes = new Random(42);
        List<Sample> samples = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < batches; i++) {
            long batch = operations * 3L / 7 * (1L << sizes.nextInt(3));
            total += Math.max(1, batch);
            samples.add(sample(
                    i,
                    Math.max(1, batch),
                    total,
                    Map.of(Signal.HEAP, Math.round(2e6 + bytes.applyAsDouble((double) total)))));
        }
        return new Recording(new CheckedJvmFacts("simulated", 4L << 30), HeapSource.HISTOGRAM, samples, List.of());
    }

    private static Recording counts(Signal signal, DoubleUnaryOperator count, int batches) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            samples.add(sample(i, 1, i + 1, Map.of(signal, (long) count.applyAsDouble(i + 1))));
        }
        return new Recording(new CheckedJvmFacts("simulated", 4L << 30), HeapSource.HISTOGRAM, samples, List.of());
    }

    private static Sample sample(int index, long batch, long total, Map<Signal, Long> signals) {
        return new Sample(index, batch, total, 1, index * 800_000_000L, signals, HeapHistogram.NONE);
    }
}
