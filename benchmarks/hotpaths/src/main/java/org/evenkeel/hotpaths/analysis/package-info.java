/**
 * An API request to a service that analyses sound.
 *
 * <p>{@link org.evenkeel.hotpaths.analysis.AnalysisService} is the code that is measured. It verifies a signed token
 * (nimbus-jose-jwt, RS256), takes from the user's rate limit (Bucket4j), and looks each clip up in a cache (Caffeine). On a
 * miss it computes spectral features of the clip (Commons Math FFT), takes a pooled connection (HikariCP) and overwrites
 * the clip's row in a database (H2, in memory). It stands for the request handlers that most services have: something to
 * trust, something to ration, something to remember, something to compute, and a pool that all of them share.
 *
 * <p>The parts are interfaces with one or two methods ({@code TokenVerifier}, {@code RateLimiter}, {@code Results},
 * {@code AnalysisStore}), put together in {@code Wiring}. Everything else plays the world around the service:
 * {@code Tokens} is the identity provider, {@code Traffic} the users, {@code Promises} the auditor.
 *
 * <h2>Callers</h2>
 * End users ask for one clip. API clients ask for eight clips at once, or poll for the status of one. Administrators have
 * a clip analysed afresh. They turn up 5 : 3 : 1. Any thread may act for any of them, so that each form measures the same
 * mix; a caller is a thread of the server, not a person. 200 clips are cut from one second of a chime and asked for by
 * Zipf's law; the cache holds 80. One request in 64 shows a forged token, and one end user in 32 is on a trial that allows
 * 10 clips a second, so that refusing is always part of the work.
 *
 * <h2>Forms</h2>
 * One operation is one request, from token to answer, of whatever kind comes next. A batch of n is n requests of one
 * caller, one after the other; the eight clips of an API client are a single request in every form. In
 * {@code tenThreads} and {@code fiftyThreads} callers meet at the cache's locks and at the pool, which is smaller.
 *
 * <h2>What must hold</h2>
 * A bad token never passes and a good one does; no user gets more than the limit; all connections are back when quiet; an
 * answer holds the features of its clip, and is not older than one that was there before the question; in the standard
 * mix the cache answers more than 70 % of lookups. Memory is steady however long it runs: rows are overwritten, the cache
 * is bounded, and a bucket that has filled up again is forgotten.
 *
 * <h2>Running it</h2>
 * <pre>{@code
 * scripts/bench analysis
 * scripts/bench 'analysis?cache=off&pool=2'
 * scripts/leakcheck --workload 'analysis?mix=administrators'
 * }</pre>
 */
@NullMarked
package org.evenkeel.hotpaths.analysis;

import org.jspecify.annotations.NullMarked;
