package org.evenkeel.hotpaths.conversations;

import java.util.List;
import org.evenkeel.hotpaths.inputs.Counter;
import org.evenkeel.hotpaths.inputs.Seeds;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Workload;

/** The state of the path: one service, its clock, and what is counted about its callers. */
final class ConversationsWorkload implements Workload {

    private final int users;
    private final Limiter limiter;
    private final Occupancy occupancy;
    private final Conversations conversations;
    private final VirtualClock clock;
    private final BackOff backOff;
    private final Invariants invariants;
    private final Counter rejected = new Counter("conversations.rejected", "starts");
    private final Counter retried = new Counter("conversations.retried", "starts");

    ConversationsWorkload(
            int users,
            Limiter limiter,
            Occupancy occupancy,
            Conversations conversations,
            VirtualClock clock,
            BackOff backOff,
            Invariants invariants) {
        this.users = users;
        this.limiter = limiter;
        this.occupancy = occupancy;
        this.conversations = conversations;
        this.clock = clock;
        this.backOff = backOff;
        this.invariants = invariants;
    }

    @Override
    public ConversationsCaller caller(int index, long seed) {
        return new ConversationsCaller(
                conversations, clock, backOff, rejected, retried, users, Seeds.random(index, seed));
    }

    /** Lets the idle limit pass, so that what callers walked away from expires. */
    @Override
    public void awaitQuiet() {
        clock.advance(conversations.idleLimitNanos());
        conversations.expireIdle();
    }

    @Override
    public void checkInvariants() {
        invariants.require(
                occupancy.active() == 0 && conversations.active() == 0,
                "zero active when quiet",
                () -> occupancy.active() + " counted, " + conversations.active() + " registered");
        long accepted = conversations.accepted().sum();
        long stopped = conversations.stopped().sum();
        long expired = conversations.expired().sum();
        invariants.require(
                accepted == stopped + expired,
                "every accepted start ends exactly once",
                () -> accepted + " accepted, " + stopped + " stopped, " + expired + " expired");
        requireNoPermitHeld("the service", limiter.inUse());
        for (int user = 0; user < users; user++) {
            requireNoPermitHeld("user " + user, limiter.inUse(user));
        }
    }

    private void requireNoPermitHeld(String whose, int inUse) {
        invariants.require(inUse == 0, "no permit lost", () -> inUse + " permits of " + whose + " in use when quiet");
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                new Gauge("conversations.active", "conversations", occupancy::active),
                rejected.gauge(),
                retried.gauge(),
                conversations.accepted().gauge(),
                conversations.expired().gauge());
    }

    /** There is nothing to release: no thread, no connection, no file. */
    @Override
    public void close() {}
}
