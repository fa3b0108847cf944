package org.evenkeel.jmh.overhead;

import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Workload;

/** The work of {@link Xorshift} behind the contract. */
public final class XorshiftPath implements HotPath {

    @Override
    public String name() {
        return "xorshift";
    }

    @Override
    public String summary() {
        return "three nanoseconds of arithmetic, to measure what the contract costs";
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) {
        return new Workload() {
            @Override
            public Caller caller(int index, long seed) {
                return new Xorshift()::step;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean calibration() {
        return true;
    }
}
