package org.evenkeel.hotpaths.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.Crowd;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermitsTest {

    static Stream<Named<IntFunction<Permits>>> kinds() {
        return Stream.of(
                Named.of("semaphore", SemaphorePermits::new),
                Named.of("atomic", AtomicPermits::new),
                Named.of("resilience4j", limit -> new BulkheadPermits("tested", limit)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tryAcquire_upToTheLimit_succeedsAndThenNot(IntFunction<Permits> kind) {
        Permits permits = kind.apply(3);

        assertThat(IntStream.range(0, 5).mapToObj(i -> permits.tryAcquire()))
                .containsExactly(true, true, true, false, false);
        assertThat(permits.inUse()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void release_ofOne_makesRoomForOne(IntFunction<Permits> kind) {
        Permits permits = kind.apply(1);
        assertThat(permits.tryAcquire()).isTrue();

        permits.release();

        assertThat(permits.inUse()).isZero();
        assertThat(permits.tryAcquire()).isTrue();
        assertThat(permits.tryAcquire()).isFalse();
    }

    /** Resilience4j refuses a thread that is interrupted, even when there is room; the others do not look. */
    @ParameterizedTest
    @MethodSource("kinds")
    void tryAcquire_ofAnInterruptedThread_keepsTheInterruptAndTakesWhatItSaysItTook(IntFunction<Permits> kind) {
        Permits permits = kind.apply(1);
        Thread.currentThread().interrupt();

        boolean acquired = permits.tryAcquire();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(permits.inUse()).isEqualTo(acquired ? 1 : 0);
        assertThat(acquired).isEqualTo(!(permits instanceof BulkheadPermits));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void permits_underACrowd_areNeverMoreThanTheLimitAndAllComeBack(IntFunction<Permits> kind) throws Exception {
        int limit = 3;
        Permits permits = kind.apply(limit);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> members = IntStream.range(0, 8).boxed().toList();

        try (Crowd crowd = Crowd.of(members, member -> {
            for (int i = 0; i < 500; i++) {
                if (permits.tryAcquire()) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(1);
                    inside.decrementAndGet();
                    permits.release();
                }
            }
        })) {
            crowd.join();
        }

        assertThat(most).hasValueBetween(1, limit);
        assertThat(permits.inUse()).isZero();
    }
}
