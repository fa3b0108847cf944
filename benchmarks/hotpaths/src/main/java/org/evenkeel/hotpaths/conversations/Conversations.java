package org.evenkeel.hotpaths.conversations;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.hotpaths.inputs.Counter;
import org.jspecify.annotations.Nullable;

/**
 * The conversations that are active, and the only way to start one.
 *
 * <p>There is no thread for expiry: the first start after a sweep is due does it, on behalf of all. A start therefore finds
 * room that an idle conversation has left, which is when it matters, and an unused service does nothing.
 */
class Conversations {

    private static final int SWEEPS_PER_IDLE_LIMIT = 8;

    private final Limiter limiter;
    private final Profiles profiles;
    private final Occupancy occupancy;
    private final NanoClock clock;
    private final long idleLimitNanos;

    private final ConcurrentMap<Long, Conversation> active = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicLong nextSweepNanos;

    private final Counter accepted = new Counter("conversations.accepted", "conversations");
    private final Counter stopped = new Counter("conversations.stopped", "conversations");
    private final Counter expired = new Counter("conversations.expired", "conversations");

    /**
     * No conversation yet.
     *
     * @param idleLimitNanos how long a conversation may be without activity
     */
    Conversations(Limiter limiter, Profiles profiles, Occupancy occupancy, NanoClock clock, long idleLimitNanos) {
        this.limiter = limiter;
        this.profiles = profiles;
        this.occupancy = occupancy;
        this.clock = clock;
        this.idleLimitNanos = idleLimitNanos;
        this.nextSweepNanos = new AtomicLong(clock.nanoTime() + idleLimitNanos / SWEEPS_PER_IDLE_LIMIT);
    }

    /**
     * Starts a conversation.
     *
     * @return the conversation, which the caller closes; null when a limit is reached
     * @throws RuntimeException when the user's profile cannot be had; no permit is then held
     */
    @Nullable
    Conversation start(int user) {
        expireIdleWhenDue();
        if (!limiter.tryAcquire(user)) {
            return null;
        }
        boolean opened = false;
        try {
            Conversation conversation = open(user);
            opened = true;
            return conversation;
        } finally {
            if (!opened) {
                limiter.release(user);
            }
        }
    }

    /** Makes the conversation that was admitted. */
    Conversation open(int user) {
        String greetingName = profiles.greetingName(user);
        Conversation conversation =
                new Conversation(this, lastId.incrementAndGet(), user, greetingName, clock.nanoTime());
        register(conversation);
        return conversation;
    }

    /** Counts the conversation, then lets others see it: from then on it can end at any moment. */
    final void register(Conversation conversation) {
        occupancy.enter(conversation.user());
        accepted.increment();
        active.put(conversation.id(), conversation);
    }

    /** Called by the conversation itself, once. */
    void stopped(Conversation conversation) {
        stopped.increment();
        release(conversation);
    }

    /** Called by the conversation itself, once. */
    void expired(Conversation conversation) {
        expired.increment();
        release(conversation);
    }

    private void release(Conversation conversation) {
        active.remove(conversation.id());
        occupancy.leave(conversation.user());
        limiter.release(conversation.user());
    }

    private void expireIdleWhenDue() {
        long now = clock.nanoTime();
        long due = nextSweepNanos.get();
        if (now - due >= 0 && nextSweepNanos.compareAndSet(due, now + idleLimitNanos / SWEEPS_PER_IDLE_LIMIT)) {
            expireIdle();
        }
    }

    /** Ends every conversation that was idle for the idle limit or longer. */
    void expireIdle() {
        long deadline = clock.nanoTime() - idleLimitNanos;
        for (Conversation conversation : active.values()) {
            conversation.expireIfIdleSince(deadline);
        }
    }

    long nanoTime() {
        return clock.nanoTime();
    }

    long idleLimitNanos() {
        return idleLimitNanos;
    }

    /** Conversations that were started and have not ended. */
    int active() {
        return active.size();
    }

    Counter accepted() {
        return accepted;
    }

    Counter stopped() {
        return stopped;
    }

    Counter expired() {
        return expired;
    }
}
