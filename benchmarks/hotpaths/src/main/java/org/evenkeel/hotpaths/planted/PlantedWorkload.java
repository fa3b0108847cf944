package org.evenkeel.hotpaths.planted;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Workload;

/** What the callers of {@code planted} share: the leak, and the count of operations that the invariant is about. */
final class PlantedWorkload implements Workload {

    static final String INVARIANT = "every operation begun has ended";

    private final Faults faults;
    private final Leak leak;
    private final Waste waste = new Waste();
    private final Invariants invariants;
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final AtomicBoolean closed = new AtomicBoolean();

    PlantedWorkload(Faults faults, Leak leak, Invariants invariants) {
        this.faults = faults;
        this.leak = leak;
        this.invariants = invariants;
    }

    @Override
    public Caller caller(int index, long seed) {
        return new PlantedCaller(faults, leak, waste, begun, ended, index, seed);
    }

    @Override
    public void checkInvariants() {
        long begunSoFar = begun.sum();
        long endedSoFar = ended.sum();
        invariants.require(
                begunSoFar == endedSoFar, INVARIANT, () -> begunSoFar + " have begun, " + endedSoFar + " have ended");
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            leak.close();
        }
    }
}
