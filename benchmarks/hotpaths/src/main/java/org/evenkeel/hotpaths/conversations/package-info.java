/**
 * Hot path {@code conversations}: conversations start, are kept alive and stop, never more at once than two limits allow.
 *
 * <p><b>What it stands for.</b> The admission side of a chat, call or streaming service: a limit for the whole service, a
 * limit per user, conversations that end because somebody hung up, because the caller failed half-way, or because
 * nobody said anything for too long. It is code that every request passes, that is short, and where a permit that is
 * lost or counted twice stops the service days later.
 *
 * <p><b>The code.</b> Read {@link org.evenkeel.hotpaths.conversations.Conversations} first: it starts conversations and
 * expires idle ones. A {@link org.evenkeel.hotpaths.conversations.Conversation} is kept alive by {@code touch} and ended
 * by {@code close}, once, whoever comes first. {@link org.evenkeel.hotpaths.conversations.Limiter} takes one permit of the
 * user and one of the service; {@link org.evenkeel.hotpaths.conversations.Permits} is one such count, built on a
 * {@link java.util.concurrent.Semaphore}, on one atomic word, or on a Resilience4j bulkhead.
 *
 * <p><b>Time</b> comes from a {@link org.evenkeel.hotpaths.conversations.NanoClock}. A service hands in
 * {@code System::nanoTime}; here it is a {@link org.evenkeel.hotpaths.conversations.VirtualClock} that callers move on by
 * a microsecond per request. So what is idle depends on what was asked and not on the speed of the machine, nothing
 * sleeps, and in every form, on every machine, about half the time one forgotten conversation waits for expiry.
 *
 * <p><b>The callers.</b> Each serves the users in a random order that its seed decides. Of 100 conversations about 64 are
 * quick (start, stop), 33 complex (start, eight activities, stop), and 3 fail half-way; every 4,096th is walked away from. A start
 * that is rejected is tried again after 20, 40 and 80 microseconds and then counted as rejected; a rejection is an
 * answer, not an error, and its cost is bounded.
 *
 * <table>
 * <caption>What is measured in each form</caption>
 * <tr><th>form</th><th>one operation</th></tr>
 * <tr><td>{@code single}</td><td>one conversation from start to end; no limit is ever reached</td></tr>
 * <tr><td>{@code batch}</td><td>that many conversations, one after the other</td></tr>
 * <tr><td>{@code tenThreads}</td><td>one conversation, while nine other callers have theirs</td></tr>
 * <tr><td>{@code fiftyThreads}</td><td>the same with more callers than the limit allows, so that some are rejected</td></tr>
 * </table>
 *
 * <p><b>What must hold</b>: never more active than either limit at any instant; none active when quiet; every accepted
 * start ends exactly once; no permit lost, also when a caller fails half-way. {@link
 * org.evenkeel.hotpaths.conversations.Occupancy} counts apart from the limiter, so a limiter cannot vouch for itself.
 *
 * <p><b>How to run it</b>: {@code scripts/bench conversations} or, with the limiter to compare with,
 * {@code scripts/bench 'conversations?limiter=atomic'}.
 */
@NullMarked
package org.evenkeel.hotpaths.conversations;

import org.jspecify.annotations.NullMarked;
