package org.evenkeel.hotpaths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.BadPathException;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.PathSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every hot path must pass, whatever it does. A path's test extends this, says which path and which specs, and adds
 * nothing more unless the path can be made to fail from inside ({@link #failing}).
 *
 * <p>The time limit only turns a hang into a failure; nothing here depends on how fast the machine is.
 */
@Tag("contracts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class HotPathContractTest {

    private static final long SEED = 20_251_121L;

    /** The path under test. */
    protected abstract HotPath path();

    /** The specs to put it to the test with; the defaults alone unless overridden. */
    protected Stream<PathSpec> specs() {
        return Stream.of(PathSpec.parse(path().name()));
    }

    /** How many requests each of 50 callers makes in one test. A path with slow requests overrides it. */
    protected int requestsPerCaller() {
        return 40;
    }

    /**
     * What must be equal when two lone callers with the same index and seed make the same requests of two fresh
     * workloads: the answer itself, unless it carries something that differs from run to run.
     */
    protected @Nullable Object comparable(@Nullable Object answer) {
        return answer;
    }

    /** Whether another seed gives other answers. A path that answers every request alike overrides it. */
    protected boolean answersDependOnTheSeed() {
        return true;
    }

    /**
     * Whether an interrupt that hits a request makes it fail or leaves the thread's flag set. A path built on a library
     * that loses interrupts overrides it, and says which.
     */
    protected boolean interruptsAreKept() {
        return true;
    }

    /**
     * The same path, in which {@code point} is called at places inside a request, in the caller's thread; it throws
     * {@link InjectedFailure} at times. The path itself unless overridden: a path that runs none of its caller's code
     * has no such place.
     */
    protected HotPath failing(Runnable point) {
        return path();
    }

    @Test
    void path_isFoundByItsName() {
        assertThat(HotPaths.on(getClass().getClassLoader()).named(path().name()))
                .isExactlyInstanceOf(path().getClass());
        assertThat(path().name()).matches("[a-z][a-z0-9-]*");
        assertThat(path().summary()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
    }

    @Test
    void parameters_areDistinctAndDescribed() {
        assertThat(path().parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        assertThat(path().parameters())
                .extracting(Parameter::description)
                .allSatisfy(description -> assertThat(description).isNotBlank());
    }

    @Test
    void check_unknownParameter_isRefusedByName() {
        assertThatThrownBy(() -> check(Map.of("noSuchParameter", "1")))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining("noSuchParameter");
    }

    @Test
    void check_valueThatAParameterDoesNotTake_isRefusedWithWhatItTakes() {
        for (Parameter parameter : path().parameters()) {
            for (String bad : valuesOutside(parameter.values())) {
                assertThatThrownBy(() -> check(Map.of(parameter.name(), bad)))
                        .as("%s=%s", parameter.name(), bad)
                        .isInstanceOf(BadPathException.class)
                        .hasMessageContaining(parameter.name())
                        .hasMessageContaining(parameter.values().describe());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void caller_sameIndexAndSeed_makesTheSameRequests(PathSpec spec) throws Exception {
        assertThat(answers(spec, 3, SEED)).isEqualTo(answers(spec, 3, SEED));
        if (answersDependOnTheSeed()) {
            assertThat(answers(spec, 3, SEED)).isNotEqualTo(answers(spec, 3, SEED + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void oneCaller_singleRequests_keepTheInvariants(PathSpec spec) throws Exception {
        try (OpenPath opened = OpenPath.of(path(), spec)) {
            Caller caller = opened.workload().caller(0, SEED);
            for (int i = 0; i < 2 * requestsPerCaller(); i++) {
                caller.request();
            }
            opened.assertQuietAndConsistent();
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void oneCaller_batchesOfEverySize_keepTheInvariants(PathSpec spec) throws Exception {
        try (OpenPath opened = OpenPath.of(path(), spec)) {
            Caller caller = opened.workload().caller(0, SEED);
            for (int size : new int[] {1, 2, 7, 100, 1, 333}) {
                caller.batch(size);
                opened.assertQuietAndConsistent();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void tenCallers_atOnce_keepTheInvariants(PathSpec spec) throws Exception {
        runTwice(spec, 10);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void fiftyCallers_atOnce_keepTheInvariants(PathSpec spec) throws Exception {
        runTwice(spec, 50);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gauges_whileCallersRun_canBeRead(PathSpec spec) throws Exception {
        try (OpenPath opened = OpenPath.of(path(), spec)) {
            List<Gauge> gauges = opened.workload().gauges();
            assertThat(gauges)
                    .extracting(Gauge::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*"));
            try (Crowd crowd = Crowd.of(opened.callers(10), this::requestsAndBatches)) {
                do {
                    for (Gauge gauge : gauges) {
                        assertThat(gauge.reading().getAsDouble())
                                .as(gauge.name())
                                .isFinite();
                    }
                } while (crowd.isRunning());
                crowd.join();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void close_twice_leavesNoThread(PathSpec spec) throws Exception {
        LiveThreads before = LiveThreads.now();
        try (OpenPath opened = OpenPath.of(path(), spec)) {
            try (Crowd crowd = Crowd.of(opened.callers(10), this::requestsAndBatches)) {
                crowd.join();
            }
            opened.workload().awaitQuiet();
            opened.workload().close();
        }
        assertThat(before.stillThere()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void close_rightAfterOpen_leavesNoThread(PathSpec spec) throws Exception {
        LiveThreads before = LiveThreads.now();
        OpenPath.of(path(), spec).close();
        assertThat(before.stillThere()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void fiftyCallers_interruptedSlowFailingAndGone_leaveThePathQuietAndConsistent(PathSpec spec) throws Exception {
        LiveThreads before = LiveThreads.now();
        try (OpenPath opened = OpenPath.of(failing(HotPathContractTest::failAtTimes), spec)) {
            List<DisturbedCaller> disturbed = new ArrayList<>();
            for (Caller caller : opened.callers(50)) {
                disturbed.add(new DisturbedCaller(caller, SEED + disturbed.size(), interruptsAreKept()));
            }
            SplittableRandom random = new SplittableRandom(SEED);
            try (Crowd crowd = Crowd.of(disturbed, one -> one.work(requestsPerCaller()))) {
                while (crowd.isRunning()) {
                    disturbed.get(random.nextInt(disturbed.size())).disturb();
                    LockSupport.parkNanos(random.nextLong(200_000));
                }
                crowd.join();
            }
            assertThat(disturbed.stream().mapToInt(DisturbedCaller::completed).sum())
                    .as("requests that were answered in spite of it all")
                    .isPositive();
            opened.assertQuietAndConsistent();
        }
        assertThat(before.stillThere()).isEmpty();
    }

    private static void failAtTimes() {
        if (ThreadLocalRandom.current().nextInt(20) == 0) {
            throw new InjectedFailure("a point inside a request");
        }
    }

    private void runTwice(PathSpec spec, int callers) throws Exception {
        try (OpenPath opened = OpenPath.of(path(), spec)) {
            List<Caller> crowd = opened.callers(callers);
            for (int round = 0; round < 2; round++) {
                try (Crowd running = Crowd.of(crowd, this::requestsAndBatches)) {
                    running.join();
                }
                opened.assertQuietAndConsistent();
            }
        }
    }

    private void requestsAndBatches(Caller caller) throws Exception {
        int left = requestsPerCaller();
        while (left > 0) {
            caller.request();
            int batch = Math.min(left, 9);
            caller.batch(batch);
            left -= 1 + batch;
        }
    }

    private List<@Nullable Object> answers(PathSpec spec, int index, long seed) throws Exception {
        try (OpenPath opened = OpenPath.of(path(), spec)) {
            Caller caller = opened.workload().caller(index, seed);
            List<@Nullable Object> answers = new ArrayList<>();
            for (int i = 0; i < requestsPerCaller(); i++) {
                answers.add(comparable(caller.request()));
            }
            return answers;
        }
    }

    private Arguments check(Map<String, String> settings) {
        return HotPaths.check(path(), PathSpec.parse(path().name()).with(settings));
    }

    private static List<String> valuesOutside(Parameter.Values values) {
        if (values instanceof Parameter.WholeNumber number) {
            List<String> outside = new ArrayList<>(List.of("", "many", "1.5"));
            if (number.least() > Long.MIN_VALUE) {
                outside.add(Long.toString(number.least() - 1));
            }
            if (number.most() < Long.MAX_VALUE) {
                outside.add(Long.toString(number.most() + 1));
            }
            return outside;
        }
        return List.of("", "no such word");
    }
}
