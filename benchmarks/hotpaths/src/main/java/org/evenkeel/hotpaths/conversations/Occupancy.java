package org.evenkeel.hotpaths.conversations;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.evenkeel.workload.Invariants;

/**
 * How many conversations are active, in all and per user, counted apart from the limiter that is to keep them within
 * their limits.
 *
 * <p>A conversation enters after it got its permits and leaves before it gives them back. So this count is never above
 * what the limiter let in: when it is beyond a limit, the limiter is wrong, and there is no false alarm.
 */
final class Occupancy {

    private final int globalLimit;
    private final int perUserLimit;
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicIntegerArray perUser;
    private final Invariants invariants;

    Occupancy(int users, int globalLimit, int perUserLimit, Invariants invariants) {
        this.globalLimit = globalLimit;
        this.perUserLimit = perUserLimit;
        this.perUser = new AtomicIntegerArray(users);
        this.invariants = invariants;
    }

    void enter(int user) {
        int all = active.incrementAndGet();
        if (all > globalLimit) {
            invariants.broken("never more active than the global limit", all + " active, limit " + globalLimit);
        }
        int own = perUser.incrementAndGet(user);
        if (own > perUserLimit) {
            invariants.broken(
                    "never more active than the limit per user",
                    own + " active of user " + user + ", limit " + perUserLimit);
        }
    }

    void leave(int user) {
        if (perUser.decrementAndGet(user) < 0) {
            invariants.broken("every accepted start ends exactly once", "one more end than starts of user " + user);
        }
        active.decrementAndGet();
    }

    int active() {
        return active.get();
    }
}
