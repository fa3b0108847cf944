package org.evenkeel.leakcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Collected;
import org.evenkeel.leakcheck.samples.LiveRecording;
import org.evenkeel.leakcheck.samples.LiveSample;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Simulated services, of which the live set is known: an hour, a young collection every two seconds. */
@Tag("simulation")
class LiveJudgeTest {

    private static final double MEBI = 1 << 20;
    private static final int SERVICES = 100;

    @Test
    void judge_liveSetThatIsLevelUnderPromotedGarbage_isNeverGrowing() {
        int steady = 0;
        for (int seed = 0; seed < SERVICES; seed++) {
            LeakVerdict verdict = judge(service(seed, minutes -> 40 * MEBI, 60));
            assertThat(verdict).as("seed " + seed).isNotInstanceOf(LeakVerdict.Growing.class);
            steady += verdict instanceof LeakVerdict.Steady ? 1 : 0;
        }
        assertThat(steady).isGreaterThan(SERVICES * 9 / 10);
    }

    @Test
    void judge_cacheThatFillsInTheFirstTwentyMinutes_isNeverGrowing() {
        for (int seed = 0; seed < SERVICES; seed++) {
            LeakVerdict verdict = judge(service(seed, minutes -> 40 * MEBI + Math.min(minutes, 20) * 2 * MEBI, 60));
            assertThat(verdict).as("seed " + seed).isNotInstanceOf(LeakVerdict.Growing.class);
        }
    }

    @Test
    void judge_leak_isGrowingAtItsRate() {
        for (int seed = 0; seed < SERVICES; seed++) {
            LiveJudge.Judged judged = new LiveJudge(Duration.ofHours(1))
                    .judge(service(seed, minutes -> 40 * MEBI + minutes * 2 * MEBI, 60));
            assertThat(judged.verdict()).as("seed " + seed).isInstanceOf(LeakVerdict.Growing.class);
            assertThat(judged.heapPerMinute().orElseThrow().perOperation() / MEBI)
                    .as("seed " + seed)
                    .isCloseTo(2, within(0.2));
        }
    }

    @Test
    void judge_youngCollectionsOnly_cannotTellRisingGarbageFromALeak() {
        LeakVerdict verdict = judge(service(1, minutes -> 40 * MEBI, 4000));

        assertThat(verdict).isInstanceOf(LeakVerdict.Inconclusive.class);
        assertThat(verdict.explanation()).contains("0 went through the old generation");
        assertThat(((LeakVerdict.Inconclusive) verdict).whatWouldSettle()).contains("--force-gc");
    }

    @Test
    void judge_youngCollectionsOnlyThatLeaveTheSame_isSteady() {
        List<Collected> collections = new ArrayList<>();
        Random random = new Random(1);
        for (int second = 2; second < 3600; second += 2) {
            collections.add(
                    new Collected(second * 1_000_000_000L, (long) ((30 + random.nextDouble()) * MEBI), false, 0));
        }
        assertThat(judge(recording(collections, OptionalLong.empty()))).isInstanceOf(LeakVerdict.Steady.class);
    }

    @Test
    void judge_operationsOfTheService_giveTheRatePerOperation() {
        List<Collected> collections =
                service(3, minutes -> 40 * MEBI + minutes * 2 * MEBI, 60).collections();

        LiveJudge.Judged judged =
                new LiveJudge(Duration.ofHours(1)).judge(recording(collections, OptionalLong.of(100)));

        // 100 operations a second are 6000 a minute.
        assertThat(judged.heapPerOperation().orElseThrow().perOperation()).isCloseTo(2 * MEBI / 6000, within(40.0));
        assertThat(judged.heapPerMinute().orElseThrow().perOperation() / MEBI).isCloseTo(2, within(0.2));
    }

    @Test
    void judge_serviceThatHardlyRuns_isNotSteady() {
        List<Collected> collections = new ArrayList<>();
        for (int second = 2; second < 3600; second += 2) {
            // Nine tenths of the time it collects and gets nothing back.
            collections.add(new Collected(second * 1_000_000_000L, (long) (500 * MEBI), true, 1_800_000_000L));
        }
        LeakVerdict verdict = judge(recording(collections, OptionalLong.empty()));

        assertThat(verdict).isInstanceOf(LeakVerdict.Inconclusive.class);
        assertThat(verdict.explanation()).contains("3238 of 3600 s").contains("hardly ran");
    }

    @Test
    void judge_growthOfAServiceThatCountsNoOperations_saysNothingOfOperations() {
        LeakVerdict verdict = judge(service(3, minutes -> 40 * MEBI + minutes * 2 * MEBI, 60));

        assertThat(verdict).isInstanceOf(LeakVerdict.Growing.class);
        assertThat(verdict.growth().operationsUntilFull()).isEmpty();
    }

    private static LeakVerdict judge(LiveRecording recording) {
        return new LiveJudge(Duration.ofHours(1)).judge(recording).verdict();
    }

    /** What is promoted lies dead in the old generation until that is collected, which passes over up to 3 MiB of it. */
    private static LiveRecording service(int seed, DoubleUnaryOperator liveBytes, int secondsBetweenOld) {
        Random random = new Random(seed);
        List<Collected> collections = new ArrayList<>();
        double dead = 0;
        for (int second = 2; second < 3600; second += 2) {
            boolean old = second % secondsBetweenOld < 2;
            dead = old ? random.nextDouble() * 3 * MEBI : dead + (0.5 + random.nextDouble()) * 0.2 * MEBI;
            double young = random.nextDouble() * MEBI;
            collections.add(new Collected(
                    second * 1_000_000_000L, (long) (liveBytes.applyAsDouble(second / 60.0) + dead + young), old, 0));
        }
        return recording(collections, OptionalLong.empty());
    }

    private static LiveRecording recording(List<Collected> collections, OptionalLong operationsPerSecond) {
        List<LiveSample> samples = new ArrayList<>();
        for (int second = 0; second <= 3600; second += 10) {
            OptionalLong operations = operationsPerSecond.isPresent()
                    ? OptionalLong.of(1000 + second * operationsPerSecond.getAsLong())
                    : operationsPerSecond;
            samples.add(new LiveSample(second * 1_000_000_000L, operations, Map.of(Signal.THREADS, 20L)));
        }
        return new LiveRecording(new CheckedJvmFacts("simulated", 512L << 20), samples, collections, List.of());
    }
}
