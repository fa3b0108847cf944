package org.evenkeel.leakcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Tag("commands")
class LeakCheckExtensionTest {

    @Test
    void annotatedMethods_areOperations_andFailWhenSomethingGrows() {
        Map<String, TestExecutionResult> results = run(Map.of(), Checked.class);

        assertThat(results).containsOnlyKeys("keeps()", "keepsNothing()", "fails()", "badBudget()", "plain(TestInfo)");
        assertThat(result(results, "keepsNothing()").getThrowable()).isEmpty();
        assertThat(message(result(results, "keeps()")))
                .startsWith("Checked.keeps: GROWING.")
                .contains("growing class : " + Checked.class.getName() + "$Item, 1.00/op");
        assertThat(message(result(results, "fails()"))).isEqualTo("at once");
        assertThat(message(result(results, "badBudget()"))).contains("budget soon: expected a time such as");
        assertThat(result(results, "plain(TestInfo)").getThrowable()).isEmpty();
        assertThat(Checked.prepared.get()).isEqualTo(results.size());
    }

    @Test
    void annotatedMethod_whereTestsRunInParallel_runsAlone() {
        Beside.running.set(0);
        Beside.beside.set(0);
        Map<String, TestExecutionResult> results = run(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                Beside.class,
                AlsoBeside.class);

        assertThat(results).hasSize(4);
        assertThat(result(results, "alone()").getThrowable()).isEmpty();
        assertThat(Beside.beside.get()).as("tests that ran beside the check").isZero();
    }

    /** The inner launcher must not count its tests as neighbours of this one. */
    private static Map<String, TestExecutionResult> run(Map<String, String> configuration, Class<?>... classes) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
        Map<String, TestExecutionResult> results = new TreeMap<>();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                Arrays.stream(classes).map(c -> selectClass(c)).toList())
                        .configurationParameters(configuration)
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                        if (identifier.isTest()) {
                            synchronized (results) {
                                results.put(identifier.getDisplayName(), result);
                            }
                        }
                    }
                });
        return results;
    }

    private static TestExecutionResult result(Map<String, TestExecutionResult> results, String test) {
        return Objects.requireNonNull(results.get(test), () -> "no result of " + test);
    }

    private static String message(TestExecutionResult result) {
        return String.valueOf(result.getThrowable().orElseThrow().getMessage());
    }

    /** Not run by the build itself: its name is not that of a test. */
    static class Checked {
        static final AtomicInteger prepared = new AtomicInteger();
        private final Queue<Item> kept = new ConcurrentLinkedQueue<>();

        @BeforeEach
        void prepare() {
            prepared.incrementAndGet();
        }

        @LeakCheck(threads = 4)
        void keeps() {
            kept.add(new Item(1));
        }

        @Test
        @LeakCheck(threads = 2, budget = "20s", signals = Signal.HEAP)
        void keepsNothing() {
            kept.add(new Item(1));
            kept.poll();
        }

        @LeakCheck
        void fails() {
            throw new IllegalStateException("at once");
        }

        @LeakCheck(budget = "soon")
        void badBudget() {}

        @Test
        void plain(TestInfo info) {
            assertThat(info.getTags()).isEqualTo(java.util.Set.of());
        }

        private record Item(int value) {}
    }

    /** A check between tests that take a while. */
    static class Beside {
        static final AtomicInteger running = new AtomicInteger();
        static final AtomicInteger beside = new AtomicInteger();

        @LeakCheck(budget = "10s", signals = Signal.HEAP)
        void alone() {
            beside.addAndGet(running.get());
        }

        @Test
        void first() throws InterruptedException {
            takeAWhile();
        }

        @Test
        void second() throws InterruptedException {
            takeAWhile();
        }

        static void takeAWhile() throws InterruptedException {
            running.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(300);
            running.decrementAndGet();
        }
    }

    static class AlsoBeside {
        @Test
        void third() throws InterruptedException {
            Beside.takeAWhile();
        }
    }
}
