package org.evenkeel.jmh;

import org.evenkeel.workload.Caller;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** The caller of one thread. */
@State(Scope.Thread)
public class CallerState {

    /** Decides the inputs of all callers; fixed, so that two runs make the same requests. */
    public static final long SEED = 20_261_121;

    Caller caller;

    /** Makes this thread's caller. */
    @Setup(Level.Trial)
    public void create(PathState state, ThreadParams thread) {
        caller = state.workload().caller(thread.getThreadIndex(), SEED);
    }
}
