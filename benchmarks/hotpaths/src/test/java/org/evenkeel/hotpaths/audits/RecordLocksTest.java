package org.evenkeel.hotpaths.audits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.hotpaths.redis.InstalledRedis;
import org.evenkeel.hotpaths.redis.Redis;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of lock must do. The time limit only turns a hang into a failure. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordLocksTest {

    static Stream<Named<Supplier<RecordLocks>>> kinds() {
        Stream<Named<Supplier<RecordLocks>>> inThisJvm = Stream.of(
                Named.of("striped", StripedLocks::new),
                Named.of("map", MapLocks::new),
                Named.of("read-write", ReadWriteLocks::new));
        Named<Supplier<RecordLocks>> redis =
                Named.of("redis", () -> new RedisLocks(Redis.open("lock=redis"), 10, RedisLocks.Patience.ofAService()));
        return InstalledRedis.isThere() ? Stream.concat(inThisJvm, Stream.of(redis)) : inThisJvm;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void exclusive_untilClosed_isHeld(Supplier<RecordLocks> kind) {
        try (RecordLocks locks = kind.get()) {
            assertThat(locks.held()).isZero();
            Hold one = locks.exclusive(1);
            Hold two = locks.exclusive(2);
            assertThat(locks.held()).isEqualTo(2);
            assertThat(one.isExclusive()).isTrue();

            one.close();
            assertThat(locks.held()).isEqualTo(1);
            two.close();
            assertThat(locks.held()).isZero();
            assertThat(locks.waits().sum()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void exclusive_ofARecordThatIsHeld_waitsAndIsCounted(Supplier<RecordLocks> kind) throws Exception {
        try (RecordLocks locks = kind.get()) {
            Hold first = locks.exclusive(1);
            boolean[] open = {false};
            try (Crowd crowd = Crowd.of(List.of(1), record -> {
                Hold second = locks.exclusive(record);
                assertThat(open[0]).isTrue();
                second.close();
            })) {
                while (locks.waits().sum() == 0) {
                    Thread.sleep(1);
                }
                open[0] = true;
                first.close();
                crowd.join();
            }
            assertThat(locks.waits().sum()).isEqualTo(1);
            assertThat(locks.held()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void exclusive_ofAnInterruptedThread_isHeldAndTheThreadStaysInterrupted(Supplier<RecordLocks> kind) {
        try (RecordLocks locks = kind.get()) {
            Thread.currentThread().interrupt();

            Hold hold = locks.exclusive(1);
            int held = locks.held();
            hold.close();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(held).isEqualTo(1);
            assertThat(locks.held()).isZero();
        }
    }

    /** A plain count is only right when no two threads were ever at it at once. */
    @ParameterizedTest
    @MethodSource("kinds")
    void exclusive_underACrowd_guardsAPlainCount(Supplier<RecordLocks> kind) throws Exception {
        int members = 8;
        int rounds = 250;
        long[] counts = new long[2];
        try (RecordLocks locks = kind.get()) {
            try (Crowd crowd = Crowd.of(IntStream.range(0, members).boxed().toList(), member -> {
                for (int i = 0; i < rounds; i++) {
                    int record = i & 1;
                    Hold hold = locks.exclusive(record);
                    try {
                        counts[record]++;
                    } finally {
                        hold.close();
                    }
                }
            })) {
                crowd.join();
            }
            assertThat(locks.held()).isZero();
        }
        assertThat(counts).containsExactly(members * rounds / 2, members * rounds / 2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shared_bySeveralAtOnce_saysWhetherItIsAlone(Supplier<RecordLocks> kind) throws Exception {
        try (RecordLocks locks = kind.get()) {
            Hold first = locks.shared(1);
            if (!first.isExclusive()) {
                try (Crowd crowd =
                        Crowd.of(List.of(1), record -> locks.shared(record).close())) {
                    crowd.join();
                }
                assertThat(locks.waits().sum()).isZero();
            }
            assertThat(locks.held()).isEqualTo(1);
            first.close();
            assertThat(locks.held()).isZero();
        }
    }
}
