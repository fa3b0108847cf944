package org.evenkeel.hotpaths.audits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.inputs.Counter;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A plain count under each kind of lock, over all interleavings that Lincheck finds: it must read as if counted by one
 * thread. The broken locks show that it would notice.
 */
@Tag("interleavings")
class RecordLocksInterleavingTest {

    static Stream<Class<?>> sound() {
        return Stream.of(UnderStriped.class, UnderMap.class, UnderReadWrite.class);
    }

    static Stream<Class<?>> broken() {
        return Stream.of(UnderRemovedTooEarly.class, UnderSharedOnly.class);
    }

    @ParameterizedTest
    @MethodSource("sound")
    void locks_inEveryInterleaving_guardAPlainCount(Class<?> locks) {
        exploring(8, 150).check(locks);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void locks_brokenTwin_isFoundOut(Class<?> locks) {
        // It stops at the first scenario that shows the mistake; not every scenario can.
        assertThatThrownBy(() -> exploring(200, 1_000).check(locks)).isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions exploring(int scenarios, int interleavings) {
        return new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(0)
                .actorsAfter(0)
                .iterations(scenarios)
                .invocationsPerIteration(interleavings)
                .minimizeFailedScenario(false)
                .sequentialSpecification(OneByOne.class);
    }

    /** What a count is. */
    public static final class OneByOne {
        private int count;

        public int add() {
            return ++count;
        }

        public int look() {
            return count;
        }
    }

    /** A plain count whose readers share and whose writers are alone. */
    public abstract static class Driven {
        private final RecordLocks locks;
        private int count;

        Driven(RecordLocks locks) {
            this.locks = locks;
        }

        @Operation
        public int add() {
            Hold hold = locks.exclusive(7);
            try {
                return ++count;
            } finally {
                hold.close();
            }
        }

        @Operation
        public int look() {
            Hold hold = locks.shared(7);
            try {
                return count;
            } finally {
                hold.close();
            }
        }

        @Validate
        public void nothingIsHeldAtTheEnd() {
            if (locks.held() != 0) {
                throw new IllegalStateException(locks.held() + " locks held");
            }
        }
    }

    public static final class UnderStriped extends Driven {
        public UnderStriped() {
            super(new StripedLocks(4));
        }
    }

    public static final class UnderMap extends Driven {
        public UnderMap() {
            super(new MapLocks());
        }
    }

    public static final class UnderReadWrite extends Driven {
        public UnderReadWrite() {
            super(new ReadWriteLocks(4));
        }
    }

    /**
     * Takes the lock away when it is unlocked, under those who wait for it: they go on with the old one, and who comes
     * later makes a new one. There is one place instead of a map, which keeps the interleavings few.
     */
    public static final class UnderRemovedTooEarly extends Driven {
        public UnderRemovedTooEarly() {
            super(new Locks() {
                private final AtomicReference<@Nullable ReentrantLock> present = new AtomicReference<>();

                @Override
                public Hold exclusive(int record) {
                    ReentrantLock lock = present.updateAndGet(found -> found != null ? found : new ReentrantLock());
                    lock.lock();
                    return () -> {
                        present.set(null);
                        lock.unlock();
                    };
                }
            });
        }
    }

    /** Lets writers share as well. */
    public static final class UnderSharedOnly extends Driven {
        public UnderSharedOnly() {
            super(new Locks() {
                private final ReadWriteLocks locks = new ReadWriteLocks(4);

                @Override
                public Hold exclusive(int record) {
                    return locks.shared(record);
                }
            });
        }
    }

    private abstract static class Locks implements RecordLocks {
        private final Counter waits = RecordLocks.newWaits();

        @Override
        public Counter waits() {
            return waits;
        }

        @Override
        public int held() {
            return 0;
        }
    }
}
