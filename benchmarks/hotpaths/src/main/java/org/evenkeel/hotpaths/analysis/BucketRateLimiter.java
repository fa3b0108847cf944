package org.evenkeel.hotpaths.analysis;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A bucket of tokens for each user.
 *
 * <p>A bucket that nobody has taken from for as long as it takes to fill is full, so it may be forgotten: the next one
 * starts full as well. That bounds the memory by the users of the last minute, and gives nobody a token too many. An
 * eviction by size would: it would refill the bucket of a user who has just emptied it.
 */
final class BucketRateLimiter implements RateLimiter {

    /** Longer than any account's bucket takes to fill. */
    private static final Duration FORGET_AFTER = Duration.ofMinutes(1);

    private final LoadingCache<Identity, Bucket> buckets;

    /** @param clock moves buckets on; also decides when one is forgotten */
    BucketRateLimiter(TimeMeter clock) {
        buckets = Caffeine.newBuilder()
                .expireAfterAccess(FORGET_AFTER)
                .ticker(clock::currentTimeNanos)
                .executor(Runnable::run)
                .build(user -> newBucket(user.account().limit(), clock));
    }

    @Override
    public boolean tryTake(Identity user, int tokens) {
        return buckets.get(user).tryConsume(tokens);
    }

    /** How many users have a bucket now. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private static Bucket newBucket(RateLimit limit, TimeMeter clock) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth
                        .capacity(limit.capacityTokens())
                        .refillGreedy(limit.tokensPerSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }
}
