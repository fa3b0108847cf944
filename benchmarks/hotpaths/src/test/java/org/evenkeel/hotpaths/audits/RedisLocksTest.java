package org.evenkeel.hotpaths.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.evenkeel.hotpaths.audits.RedisLocks.Patience;
import org.evenkeel.hotpaths.redis.NeedsRedisServer;
import org.evenkeel.hotpaths.redis.Redis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a lease when its owner is late or dead. */
@NeedsRedisServer
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedisLocksTest {

    private static final Patience SHORT_LEASE = new Patience(50, TimeUnit.SECONDS.toNanos(60));

    @Test
    void exclusive_afterTheOwnerDied_isHadWhenItsLeaseEnds() {
        try (RedisLocks locks = new RedisLocks(Redis.open("lock=redis"), 2, SHORT_LEASE)) {
            Hold ofTheDead = locks.exclusive(1);
            assertThat(ofTheDead.isExclusive()).isTrue();

            // The next lease may run out as well while this test sleeps, so nothing is said about its end.
            assertThat(locks.exclusive(1)).isNotNull();

            assertThat(locks.waits().sum()).isEqualTo(1);
        }
    }

    @Test
    void close_afterTheLeaseRanOut_leavesTheNextOwnersLockAloneAndSaysSo() throws InterruptedException {
        try (RedisLocks locks = new RedisLocks(Redis.open("lock=redis"), 2, new Patience(2_000, Long.MAX_VALUE))) {
            Hold late = locks.exclusive(1);
            Hold next = locks.exclusive(1);

            assertThatThrownBy(late::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("lease")
                    .hasMessageContaining("2000 ms");
            assertThat(locks.held()).isEqualTo(1);
            next.close();
            assertThat(locks.held()).isZero();
        }
    }

    @Test
    void exclusive_longerTakenThanOneWaits_isAnErrorThatIsCountedAndNotAFailure() {
        Fixture fixture = new Fixture();
        try (RedisLocks locks = new RedisLocks(Redis.open("lock=redis"), Fixture.RECORDS, new Patience(60_000, 1))) {
            AuditDesk desk = new AuditDesk(fixture.books.amendments(), fixture.auditor(Ledger.madeUp(), locks));
            Hold first = locks.exclusive(0);

            assertThat(desk.handle(0)).isEqualTo(Outcome.TIMED_OUT);
            assertThat(desk.handle(1)).isEqualTo(Outcome.UNCHANGED);
            first.close();
            assertThat(desk.handle(0)).isEqualTo(Outcome.UNCHANGED);

            assertThat(desk.errors().sum()).isEqualTo(1);
            assertThat(desk.requests().sum()).isEqualTo(3);
        }
    }
}
