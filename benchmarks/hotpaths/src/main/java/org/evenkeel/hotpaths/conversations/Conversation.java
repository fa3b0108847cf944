package org.evenkeel.hotpaths.conversations;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A conversation that was admitted: kept alive by {@link #touch}, ended by {@link #close} or by being idle for too long.
 *
 * <p>One atomic word is both the time of the last activity and whether the conversation has ended. So an activity and an expiry
 * that meet cannot both win: either the conversation goes on, or the activity is told that it came too late.
 */
class Conversation implements AutoCloseable {

    /** In place of a time; no clock gets here. */
    private static final long ENDED = Long.MIN_VALUE;

    private final Conversations conversations;
    /** Boxed once: it is the key by which the conversation is kept and taken out again. */
    private final Long id;

    private final int user;
    private final String greetingName;
    private final AtomicLong lastActivityNanos;

    Conversation(Conversations conversations, long id, int user, String greetingName, long nowNanos) {
        this.conversations = conversations;
        this.id = id;
        this.user = user;
        this.greetingName = greetingName;
        this.lastActivityNanos = new AtomicLong(nowNanos);
    }

    Long id() {
        return id;
    }

    int user() {
        return user;
    }

    /** Keeps the conversation alive; false when it has ended. */
    boolean touch() {
        long now = conversations.nanoTime();
        long last = lastActivityNanos.get();
        while (last != ENDED) {
            // Another activity may have been later than this one; time does not go back.
            long found = lastActivityNanos.compareAndExchange(last, Math.max(last, now));
            if (found == last) {
                return true;
            }
            last = found;
        }
        return false;
    }

    /** Stops the conversation. Once it has ended, whoever ended it, this does nothing. */
    @Override
    public void close() {
        if (lastActivityNanos.getAndSet(ENDED) != ENDED) {
            conversations.stopped(this);
        }
    }

    /** Ends the conversation if nothing happened in it since {@code deadlineNanos}. */
    void expireIfIdleSince(long deadlineNanos) {
        long last = lastActivityNanos.get();
        if (last != ENDED && last - deadlineNanos <= 0 && lastActivityNanos.compareAndSet(last, ENDED)) {
            conversations.expired(this);
        }
    }

    @Override
    public String toString() {
        return "conversation " + id + " of user " + user + " (" + greetingName + ")";
    }
}
