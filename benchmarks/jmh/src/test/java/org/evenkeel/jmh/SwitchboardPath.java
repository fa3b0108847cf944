package org.evenkeel.jmh;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;
import org.jspecify.annotations.Nullable;

/** A path for tests: counts what reaches it, and fails when told to. */
public final class SwitchboardPath implements HotPath {

    static final AtomicLong REQUESTS = new AtomicLong();
    static final AtomicLong BATCHED = new AtomicLong();
    static final Set<Integer> CALLERS = ConcurrentHashMap.newKeySet();
    static final AtomicLong CLOSED = new AtomicLong();

    private static final int LINES = 100;

    static void reset() {
        REQUESTS.set(0);
        BATCHED.set(0);
        CALLERS.clear();
        CLOSED.set(0);
    }

    @Override
    public String name() {
        return "switchboard";
    }

    @Override
    public String summary() {
        return "counts its callers";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice("broken", "whether a promise is broken", "false", "true")
                .asFault());
    }

    /** Lines of two numbers each. */
    @Override
    public Optional<Footprint> footprint(Arguments arguments) {
        long[][] lines = new long[LINES][2];
        return Optional.of(new Footprint("line", LINES, lines, new long[LINES][]));
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) {
        return new Workload() {
            @Override
            public Caller caller(int index, long seed) {
                CALLERS.add(index);
                return new Caller() {
                    @Override
                    public @Nullable Object request() {
                        return REQUESTS.incrementAndGet();
                    }

                    @Override
                    public @Nullable Object batch(int requests) {
                        return BATCHED.addAndGet(requests);
                    }
                };
            }

            @Override
            public void checkInvariants() {
                invariants.require(!arguments.flag("broken"), "switch is off", () -> "it is on");
            }

            @Override
            public List<Gauge> gauges() {
                return List.of(new Gauge("callers", "callers", CALLERS::size));
            }

            @Override
            public void close() {
                CLOSED.incrementAndGet();
            }
        };
    }
}
