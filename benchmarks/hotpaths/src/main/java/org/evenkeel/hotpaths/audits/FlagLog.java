package org.evenkeel.hotpaths.audits;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.evenkeel.hotpaths.inputs.Counter;
import org.evenkeel.workload.Invariants;

/**
 * Where flags are written down, with a guard of its own against a second flag for one booking: it does not rely on the
 * record's lock, because it is there to find out whether that lock works.
 */
final class FlagLog {

    private final AtomicLongArray latest;
    private final AtomicIntegerArray flags;
    private final Counter all = new Counter("audits.flags", "flags");
    private final Invariants invariants;

    FlagLog(int records, Invariants invariants) {
        this.latest = new AtomicLongArray(records);
        this.flags = new AtomicIntegerArray(records);
        this.invariants = invariants;
    }

    /** Writes down that a booking is suspicious. Bookings of a record are flagged in their order. */
    void flag(int record, long booking) {
        long before = latest.getAndAccumulate(record, booking, Math::max);
        if (before >= booking) {
            invariants.broken(
                    "no record flagged twice",
                    "booking " + booking + " of record " + record + " flagged after booking " + before);
        }
        flags.incrementAndGet(record);
        all.increment();
    }

    /** How many flags this record has, modulo 2^32. */
    int flags(int record) {
        return flags.get(record);
    }

    Counter all() {
        return all;
    }
}
