package org.evenkeel.hotpaths.conversations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each count of permits against a plain one without concurrency, over all interleavings that Lincheck finds: every
 * answer must be one that the plain count gives in some order. The broken counts show that it would notice.
 */
@Tag("interleavings")
class PermitsInterleavingTest {

    private static final int LIMIT = 1;
    private static final int THREADS = 2;

    static Stream<Class<?>> sound() {
        return Stream.of(OfSemaphore.class, OfAtomicWord.class, OfBulkhead.class);
    }

    static Stream<Class<?>> broken() {
        return Stream.of(OfCheckThenAct.class, OfIncrementThenLook.class);
    }

    @ParameterizedTest
    @MethodSource("sound")
    void permits_inEveryInterleaving_answerAsOneByOne(Class<?> permits) {
        exploring(12).check(permits);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void permits_brokenTwin_isFoundOut(Class<?> permits) {
        // It stops at the first scenario that shows the mistake; not every scenario can.
        assertThatThrownBy(() -> exploring(1_000).check(permits)).isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions exploring(int scenarios) {
        return new ModelCheckingOptions()
                .threads(THREADS)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1)
                .iterations(scenarios)
                .invocationsPerIteration(250)
                .minimizeFailedScenario(false)
                .sequentialSpecification(OneByOne.class);
    }

    /** What permits are: as many as the limit, and nobody gives back what it does not have. */
    public static final class OneByOne {
        private final int[] held = new int[THREADS];
        private int taken;

        public boolean tryAcquire(int thread) {
            if (taken == LIMIT) {
                return false;
            }
            taken++;
            held[thread]++;
            return true;
        }

        public boolean release(int thread) {
            if (held[thread] == 0) {
                return false;
            }
            taken--;
            held[thread]--;
            return true;
        }
    }

    /** Permits under test, with the bookkeeping of a caller that gives back only what it took. */
    public abstract static class Driven {
        private final Permits permits;
        private final int[] held = new int[THREADS];

        Driven(Permits permits) {
            this.permits = permits;
        }

        @Operation
        public boolean tryAcquire(@Param(gen = ThreadIdGen.class) int thread) {
            boolean acquired = permits.tryAcquire();
            if (acquired) {
                held[thread]++;
            }
            return acquired;
        }

        @Operation
        public boolean release(@Param(gen = ThreadIdGen.class) int thread) {
            if (held[thread] == 0) {
                return false;
            }
            held[thread]--;
            permits.release();
            return true;
        }
    }

    public static final class OfSemaphore extends Driven {
        public OfSemaphore() {
            super(new SemaphorePermits(LIMIT));
        }
    }

    public static final class OfAtomicWord extends Driven {
        public OfAtomicWord() {
            super(new AtomicPermits(LIMIT));
        }
    }

    public static final class OfBulkhead extends Driven {
        public OfBulkhead() {
            super(new BulkheadPermits("driven", LIMIT));
        }
    }

    /** Admits one too many when two look before either acts. */
    public static final class OfCheckThenAct extends Driven {
        public OfCheckThenAct() {
            super(new CountedPermits() {
                @Override
                public boolean tryAcquire() {
                    if (inUse.get() >= LIMIT) {
                        return false;
                    }
                    inUse.incrementAndGet();
                    return true;
                }
            });
        }
    }

    /** Refuses although there is room, while another that went over the limit has not stepped back yet. */
    public static final class OfIncrementThenLook extends Driven {
        public OfIncrementThenLook() {
            super(new CountedPermits() {
                @Override
                public boolean tryAcquire() {
                    if (inUse.incrementAndGet() <= LIMIT) {
                        return true;
                    }
                    inUse.decrementAndGet();
                    return false;
                }
            });
        }
    }

    private abstract static class CountedPermits implements Permits {
        final AtomicInteger inUse = new AtomicInteger();

        @Override
        public void release() {
            inUse.decrementAndGet();
        }

        @Override
        public int inUse() {
            return inUse.get();
        }
    }
}
