package org.evenkeel.leakcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole checks of simulated heaps; the operation takes 100 ns, so a second is ten million of them. */
@Tag("simulation")
class JudgeSimulationTest {

    private static final int RUNS = 100;

    @Test
    void machineryAlone_inManyRuns_isSteadyInEach() {
        assertThat(verdicts(n -> 0, 100)).containsOnly(Map.entry("Steady", RUNS));
    }

    @Test
    void aNoisyHeap_inManyRuns_isNeverGrowing() {
        assertThat(verdicts(n -> 0, 50_000)).doesNotContainKey("Growing");
    }

    @Test
    void aTenthOfAByte_inManyRuns_isFoundInEach() {
        assertThat(verdicts(n -> 0.1 * n, 100)).containsOnly(Map.entry("Growing", RUNS));
    }

    @Test
    void leakUnderNoise_inManyRuns_isFoundInEach() {
        assertThat(verdicts(n -> 2.0 * n, 50_000)).containsOnly(Map.entry("Growing", RUNS));
    }

    @TestFactory
    Stream<DynamicTest> rate_ofALinearLeak_isWithinFivePercent() {
        return eachSeed(seed -> {
            double planted = Math.pow(10, (double) (seed % 4) - 1);
            LeakVerdict verdict = new Simulation(seed, n -> planted * n, 200).check();
            assertThat(verdict.evidence().rate().orElseThrow().perOperation()).isEqualTo(planted, within(planted / 20));
        });
    }

    @TestFactory
    Stream<DynamicTest> cacheThatFills_whateverItsTime_isNotGrowing() {
        return eachSeed(seed -> {
            // Fills with random keys, so exponentially, with a time constant from a tenth of a second to three.
            double tau = 1e6 * Math.pow(30, seed / 20.0);
            LongToDoubleFunction cache = n -> 5e6 * (1 - Math.exp(-n / tau));
            assertThat(new Simulation(seed, cache, 100).check()).isInstanceOf(LeakVerdict.Steady.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> ringThatFillsEvenly_whateverItsTime_isNotGrowing() {
        return eachSeed(seed -> {
            double fullAfter = 1e6 * Math.pow(50, seed / 20.0);
            LongToDoubleFunction ring = n -> 1e6 * Math.min(1, n / fullAfter);
            assertThat(new Simulation(seed, ring, 100).check()).isInstanceOf(LeakVerdict.Steady.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatOnlyTheNextBatchFrees_isNotGrowing() {
        return eachSeed(seed -> {
            // Up to two bytes of each operation of the last batch, and a little warm-up.
            LongToDoubleFunction warmUp = n -> 20_000 * (1 - Math.exp(-n / 1e7));
            Simulation simulation =
                    new Simulation(seed, warmUp, 100).fromOutside().withOfTheLastBatch(2 * (seed + 1) / 20.0);
            assertThat(simulation.check()).isNotInstanceOf(LeakVerdict.Growing.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> nodesOfContendedLocks_howeverRarelyTwoMeet_areNotGrowing() {
        return eachSeed(seed -> {
            // One of 32 bytes for each of 4,096 locks, when it is first contended: at once, or not in an hour.
            double tau = 1e5 * Math.pow(1e6, seed / 20.0);
            LongToDoubleFunction nodes = n -> 32 * 4096 * (1 - Math.exp(-n / tau));
            assertThat(new Simulation(seed, nodes, 20).fromOutside().check()).isInstanceOf(LeakVerdict.Steady.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> sawtooth_whateverItsPeriod_isNotGrowing() {
        return eachSeed(seed -> {
            double period = 2e5 * Math.pow(100, seed / 20.0);
            LongToDoubleFunction log = n -> 2e6 * (n / period - Math.floor(n / period));
            assertThat(new Simulation(seed, log, 100).check()).isNotInstanceOf(LeakVerdict.Growing.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> tableThatDoublesAFewTimes_isSteady() {
        return eachSeed(seed -> {
            LongToDoubleFunction table = n -> 16 * Long.highestOneBit(Math.min(n / 1000, 4096));
            assertThat(new Simulation(seed, table, 100).check()).isInstanceOf(LeakVerdict.Steady.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> leakBehindACacheThatFills_isFound() {
        return eachSeed(seed -> {
            LongToDoubleFunction both = n -> 0.5 * n + 2e7 * (1 - Math.exp(-n / 5e6));
            assertThat(new Simulation(seed, both, 100).check()).isInstanceOf(LeakVerdict.Growing.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> leakInBursts_isFound() {
        return eachSeed(seed -> {
            double every = 5e5 * seed;
            LongToDoubleFunction bursts = n -> 50_000 * Math.floor(n / every);
            assertThat(new Simulation(seed, bursts, 100).check()).isInstanceOf(LeakVerdict.Growing.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> bufferThatDoublesForEver_isFound() {
        return eachSeed(seed -> {
            LongToDoubleFunction buffer = n -> Long.highestOneBit((long) (n * (0.1 + 0.01 * seed)) + 1);
            assertThat(new Simulation(seed, buffer, 100).check()).isInstanceOf(LeakVerdict.Growing.class);
        });
    }

    @Test
    void acceptedRate_aboveAndBelow_decides() {
        Judge judge = new Judge(new GrowthLimits(OptionalDouble.of(1), OptionalDouble.empty()), Duration.ofSeconds(60));

        assertThat(new Simulation(1, n -> 0.5 * n, 100).check(judge)).isInstanceOf(LeakVerdict.Steady.class);
        assertThat(new Simulation(1, n -> 1.5 * n, 100).check(judge)).isInstanceOf(LeakVerdict.Growing.class);
    }

    @Test
    void acceptedShare_aboveAndBelow_decides() {
        Judge judge =
                new Judge(new GrowthLimits(OptionalDouble.empty(), OptionalDouble.of(0.2)), Duration.ofSeconds(60));

        assertThat(new Simulation(1, n -> 0.0002 * n, 100).check(judge)).isInstanceOf(LeakVerdict.Steady.class);
        assertThat(new Simulation(1, n -> 0.1 * n, 100).check(judge)).isInstanceOf(LeakVerdict.Growing.class);
    }

    @Test
    void tooFewSamples_isInconclusiveAndSaysWhatWouldSettleIt() {
        Judge judge = new Judge(GrowthLimits.NONE, Duration.ofMillis(900));

        assertThat(new Simulation(1, n -> 10.0 * n, 100).check(judge))
                .isInstanceOfSatisfying(
                        LeakVerdict.Inconclusive.class,
                        verdict -> assertThat(verdict.whatWouldSettle()).contains("--budget"));
    }

    private static Map<String, Integer> verdicts(LongToDoubleFunction retained, double noise) {
        Map<String, Integer> counts = new TreeMap<>();
        for (long seed = 1; seed <= RUNS; seed++) {
            LeakVerdict verdict = new Simulation(seed, retained, noise).check();
            counts.merge(verdict.getClass().getSimpleName(), 1, Integer::sum);
        }
        return counts;
    }

    private static Stream<DynamicTest> eachSeed(LongConsumer test) {
        return LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> test.accept(seed)));
    }
}
