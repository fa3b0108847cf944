package org.evenkeel.hotpaths.analysis;

import java.util.concurrent.TimeUnit;

/**
 * A token bucket's two numbers. One clip costs one token.
 *
 * @param capacityTokens how many may be taken at once from a bucket that was left alone, at least 1
 * @param tokensPerSecond how many are put back each second, at least 1
 */
record RateLimit(long capacityTokens, long tokensPerSecond) {

    /** Reached at once by somebody who does nothing but ask. */
    static final RateLimit TRIAL = new RateLimit(10, 10);

    /** More than any machine can ask for: the limiter is paid for and does not decide what is measured. */
    static final RateLimit GENEROUS = new RateLimit(10_000_000, 10_000_000);

    RateLimit {
        if (capacityTokens < 1 || tokensPerSecond < 1) {
            throw new IllegalArgumentException("expected a capacity and a rate of 1 or more, found " + capacityTokens
                    + " tokens and " + tokensPerSecond + " tokens/s");
        }
    }

    /** The most that a user can have got {@code nanos} after the first token was there for the taking. */
    double mostTokensWithin(long nanos) {
        return capacityTokens + tokensPerSecond * (nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
