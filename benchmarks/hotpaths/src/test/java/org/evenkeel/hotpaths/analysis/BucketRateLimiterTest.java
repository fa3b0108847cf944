package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.Crowd;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BucketRateLimiterTest {

    private static final Identity TRIAL = new Identity("trial", Account.TRIAL);

    private final ManualClock clock = new ManualClock();
    private final BucketRateLimiter limiter = new BucketRateLimiter(clock);

    @Test
    void tryTake_moreThanIsLeft_takesNothing() {
        assertThat(limiter.tryTake(TRIAL, 7)).isTrue();
        assertThat(limiter.tryTake(TRIAL, 4)).isFalse();
        assertThat(limiter.tryTake(TRIAL, 3)).isTrue();
        assertThat(limiter.tryTake(TRIAL, 1)).isFalse();
    }

    @Test
    void tryTake_anotherUser_hasABucketOfItsOwn() {
        assertThat(limiter.tryTake(TRIAL, 10)).isTrue();
        assertThat(limiter.tryTake(new Identity("another", Account.TRIAL), 10)).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> tryTake_atRandomTimes_agreesWithABucketInExactArithmetic() {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> agree(seed)));
    }

    /** The slow bucket counts in billionths of a token, of which 10 are put back each nanosecond, and never rounds. */
    private static void agree(int seed) {
        ManualClock clock = new ManualClock();
        RateLimiter limiter = new BucketRateLimiter(clock);
        SplittableRandom random = new SplittableRandom(seed);
        BigInteger token = BigInteger.valueOf(1_000_000_000);
        BigInteger full = token.multiply(BigInteger.TEN);
        BigInteger left = full;
        for (int i = 0; i < 2_000; i++) {
            // Sometimes longer than a bucket is remembered.
            long nanos = random.nextInt(50) == 0 ? random.nextLong(200_000_000_000L) : random.nextLong(300_000_000L);
            clock.advance(Duration.ofNanos(nanos));
            left = left.add(BigInteger.valueOf(nanos).multiply(BigInteger.TEN)).min(full);
            int wanted = 1 + random.nextInt(4);
            BigInteger cost = token.multiply(BigInteger.valueOf(wanted));
            boolean enough = left.compareTo(cost) >= 0;
            assertThat(limiter.tryTake(TRIAL, wanted)).as("request %d", i).isEqualTo(enough);
            if (enough) {
                left = left.subtract(cost);
            }
        }
    }

    @Test
    void tryTake_fiftyThreadsWhileTheClockStands_giveAwayTheCapacityAndNoMore() throws Exception {
        AtomicInteger granted = new AtomicInteger();
        try (Crowd crowd = Crowd.of(Collections.nCopies(50, limiter), shared -> {
            for (int i = 0; i < 20; i++) {
                if (shared.tryTake(TRIAL, 1)) {
                    granted.incrementAndGet();
                }
            }
        })) {
            crowd.join();
        }
        assertThat(granted).hasValue(10);
    }

    @Test
    void size_usersWhoStayedAway_areForgotten() {
        for (int i = 0; i < 1_000; i++) {
            limiter.tryTake(new Identity("passer-by " + i, Account.END_USER), 1);
        }
        assertThat(limiter.size()).isEqualTo(1_000);

        clock.advance(Duration.ofSeconds(59));
        limiter.tryTake(TRIAL, 1);
        clock.advance(Duration.ofSeconds(2));

        assertThat(limiter.size()).isEqualTo(1);
    }

    @Test
    void capacity_ofEveryAccount_isBackBeforeItsBucketIsForgotten() {
        for (Account account : Account.values()) {
            RateLimit limit = account.limit();
            assertThat((double) limit.capacityTokens() / limit.tokensPerSecond())
                    .as("seconds to fill a bucket of %s", account)
                    .isLessThan(60);
        }
    }
}
