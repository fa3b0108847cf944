package org.evenkeel.hotpaths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.PathSpec;
import org.evenkeel.workload.Workload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Paths that break the contract in one way each, to know that the contract test can fail. */
class HotPathContractCatchesTest {

    private static final String INTERRUPTED =
            "fiftyCallers_interruptedSlowFailingAndGone_leaveThePathQuietAndConsistent";
    private static final String NOT_A_PROVIDER = "path_isFoundByItsName";

    @Test
    void soundPath_passes_butForBeingNoProvider() {
        assertThat(failedTests(SoundTest.class)).containsExactly(NOT_A_PROVIDER);
    }

    @Test
    void pathWithRandomAnswers_fails() {
        assertThat(failedTests(RandomTest.class)).contains("caller_sameIndexAndSeed_makesTheSameRequests");
    }

    @Test
    void pathThatIgnoresTheSeed_fails() {
        assertThat(failedTests(ConstantTest.class)).contains("caller_sameIndexAndSeed_makesTheSameRequests");
    }

    @Test
    void pathThatSwallowsInterrupts_fails() {
        assertThat(failedTests(SwallowingTest.class)).containsExactlyInAnyOrder(NOT_A_PROVIDER, INTERRUPTED);
    }

    @Test
    void pathThatLosesCountWhenInterrupted_fails() {
        assertThat(failedTests(LosingTest.class)).containsExactlyInAnyOrder(NOT_A_PROVIDER, INTERRUPTED);
    }

    @Test
    void pathThatFailsUndisturbed_fails() {
        assertThat(failedTests(ThrowingTest.class)).contains("fiftyCallers_atOnce_keepTheInvariants", INTERRUPTED);
    }

    @Test
    void pathThatLeavesAThread_fails() {
        String closes = "close_rightAfterOpen_leavesNoThread";
        // One test of several that fail, because each waits a while for the thread to end.
        assertThat(failedTests(selectMethod(ThreadTest.class, closes, PathSpec.class.getName())))
                .containsExactly(closes);
    }

    @Test
    void pathWithAGaugeThatIsNoNumber_fails() {
        assertThat(failedTests(GaugeTest.class))
                .containsExactlyInAnyOrder(NOT_A_PROVIDER, "gauges_whileCallersRun_canBeRead");
    }

    private static Set<String> failedTests(Class<? extends HotPathContractTest> test) {
        return failedTests(selectClass(test));
    }

    private static Set<String> failedTests(DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter").selectors(selector).execute().testEvents().failed().stream()
                .map(HotPathContractCatchesTest::methodName)
                .collect(Collectors.toSet());
    }

    private static String methodName(Event event) {
        return event.getTestDescriptor().getUniqueId().getSegments().stream()
                .map(UniqueId.Segment::getValue)
                .filter(value -> value.contains("("))
                .map(value -> value.substring(0, value.indexOf('(')))
                .findFirst()
                .orElseThrow();
    }

    /** A path that keeps the contract, and whose subclasses do not. */
    private static class Sound implements HotPath {
        final AtomicInteger begun = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();

        @Override
        public String name() {
            return "sound";
        }

        @Override
        public String summary() {
            return "adds up";
        }

        @Override
        public Workload open(Arguments arguments, Invariants invariants) {
            return new Workload() {
                @Override
                public Caller caller(int index, long seed) {
                    long[] state = {seed + index};
                    return () -> {
                        begun.incrementAndGet();
                        Object answer = answer(++state[0]);
                        ended.incrementAndGet();
                        return answer;
                    };
                }

                @Override
                public void checkInvariants() {
                    invariants.require(begun.get() == ended.get(), "all ended", () -> begun + " begun, " + ended);
                }

                @Override
                public List<Gauge> gauges() {
                    return List.of(new Gauge("requests.ended", "requests", Sound.this::gauge));
                }

                @Override
                public void close() {}
            };
        }

        /** Takes a while, so that an interrupt meets it, and gives up when one does. */
        Object answer(long input) throws InterruptedException {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                ended.incrementAndGet();
                throw e;
            }
            return input;
        }

        double gauge() {
            return ended.get();
        }
    }

    private abstract static class ContractOf extends HotPathContractTest {
        private final Supplier<HotPath> path;

        /** @param path makes one for each time it is asked for, since these keep their state in themselves */
        ContractOf(Supplier<HotPath> path) {
            this.path = path;
        }

        @Override
        protected HotPath path() {
            return path.get();
        }

        @Override
        protected int requestsPerCaller() {
            return 20;
        }
    }

    static class SoundTest extends ContractOf {
        SoundTest() {
            super(Sound::new);
        }
    }

    static class RandomTest extends ContractOf {
        RandomTest() {
            super(() -> new Sound() {
                @Override
                Object answer(long input) {
                    return ThreadLocalRandom.current().nextLong();
                }
            });
        }
    }

    static class ConstantTest extends ContractOf {
        ConstantTest() {
            super(() -> new Sound() {
                @Override
                Object answer(long input) {
                    return 1;
                }
            });
        }
    }

    static class SwallowingTest extends ContractOf {
        SwallowingTest() {
            super(() -> new Sound() {
                @Override
                Object answer(long input) {
                    try {
                        Thread.sleep(1);
                    } catch (InterruptedException e) {
                        // Lost: that is what is wrong with it.
                    }
                    return input;
                }
            });
        }
    }

    static class LosingTest extends ContractOf {
        LosingTest() {
            super(() -> new Sound() {
                @Override
                Object answer(long input) throws InterruptedException {
                    Thread.sleep(1);
                    return input;
                }
            });
        }
    }

    static class ThrowingTest extends ContractOf {
        ThrowingTest() {
            super(() -> new Sound() {
                private final Set<Long> seen = ConcurrentHashMap.newKeySet();

                @Override
                Object answer(long input) {
                    if (!seen.add(input)) {
                        throw new IllegalStateException("twice the same input");
                    }
                    return input;
                }
            });
        }
    }

    static class ThreadTest extends ContractOf {
        /** Lets the forgotten threads go when the test of the contract is over. */
        private final CountDownLatch over = new CountDownLatch(1);

        ThreadTest() {
            super(Sound::new);
        }

        @Override
        protected HotPath path() {
            return new Sound() {
                @Override
                public Workload open(Arguments arguments, Invariants invariants) {
                    Thread forgotten = new Thread(this::waitForTheEnd, "forgotten");
                    forgotten.setDaemon(true);
                    forgotten.start();
                    return super.open(arguments, invariants);
                }

                private void waitForTheEnd() {
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            };
        }

        @AfterAll
        void end() {
            over.countDown();
        }
    }

    static class GaugeTest extends ContractOf {
        GaugeTest() {
            super(() -> new Sound() {
                @Override
                double gauge() {
                    return Double.NaN;
                }
            });
        }
    }
}
