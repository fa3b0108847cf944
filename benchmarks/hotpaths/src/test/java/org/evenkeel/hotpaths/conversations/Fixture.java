package org.evenkeel.hotpaths.conversations;

import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Invariants.Violation;

/** A small service, put together from whatever parts a test brings. */
final class Fixture {

    static final int USERS = 5;
    static final int GLOBAL_LIMIT = 3;
    static final int PER_USER_LIMIT = 2;
    static final long IDLE_LIMIT_NANOS = 100_000;

    final Invariants invariants = new Invariants();
    final VirtualClock clock = new VirtualClock();
    final Occupancy occupancy = new Occupancy(USERS, GLOBAL_LIMIT, PER_USER_LIMIT, invariants);
    final Limiter limiter;

    Fixture() {
        this(new Limiter(
                new AtomicPermits(GLOBAL_LIMIT),
                Stream.generate(() -> new AtomicPermits(PER_USER_LIMIT))
                        .limit(USERS)
                        .toList()));
    }

    Fixture(Limiter limiter) {
        this.limiter = limiter;
    }

    Conversations conversations() {
        return conversations(user -> "user " + user);
    }

    Conversations conversations(Profiles profiles) {
        return new Conversations(limiter, profiles, occupancy, clock, IDLE_LIMIT_NANOS);
    }

    ConversationsWorkload workload(Conversations conversations, int users, BackOff backOff) {
        return new ConversationsWorkload(users, limiter, occupancy, conversations, clock, backOff, invariants);
    }

    /** What is broken once the service is quiet, by name. */
    List<String> brokenWhenQuiet(Conversations conversations) {
        ConversationsWorkload workload = workload(conversations, USERS, retry -> {});
        workload.awaitQuiet();
        workload.checkInvariants();
        return invariants.violations().stream().map(Violation::invariant).toList();
    }

    Outcome request(ConversationsWorkload workload) {
        return workload.caller(0, 1).request();
    }

    double gauge(ConversationsWorkload workload, String name) {
        return workload.gauges().stream()
                .filter(gauge -> gauge.name().equals(name))
                .map(Gauge::reading)
                .findFirst()
                .orElseThrow()
                .getAsDouble();
    }
}
