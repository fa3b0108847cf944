package org.evenkeel.jmh;

import org.evenkeel.workload.Caller;
import org.jspecify.annotations.Nullable;
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
    private Latencies latencies;

    /** Makes this thread's caller. */
    @Setup(Level.Trial)
    public void create(PathState state, ThreadParams thread) {
        caller = state.workload().caller(thread.getThreadIndex(), SEED);
        latencies = new Latencies(SEED + thread.getThreadIndex());
    }

    /** Learns how many requests are to be timed. */
    @Setup(Level.Iteration)
    public void begin() {
        latencies.begin();
    }

    /** Makes a request as one of many callers, whose tail counts: some are timed. */
    @Nullable
    Object requestAmongMany() throws Exception {
        return latencies.isDue() ? timed() : caller.request();
    }

    private @Nullable Object timed() throws Exception {
        long start = System.nanoTime();
        Object result = caller.request();
        latencies.count(System.nanoTime() - start);
        return result;
    }
}
