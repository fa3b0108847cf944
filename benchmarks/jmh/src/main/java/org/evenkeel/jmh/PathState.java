package org.evenkeel.jmh;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.evenkeel.jmh.profile.EventProfiler;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Invariants.Violation;
import org.evenkeel.workload.PathSpec;
import org.evenkeel.workload.Workload;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The workload that all threads of a fork share: opened before the first iteration, checked and closed after the last. */
@State(Scope.Benchmark)
public class PathState {

    /**
     * System property with planted faults, {@code parameter=value&parameter=value}. They stand for a change of the code,
     * so they are set beside the path and not in it: the result keeps the name that it is compared by.
     */
    public static final String FAULTS = "evenkeel.faults";

    private static final AtomicReference<@Nullable Workload> RUNNING = new AtomicReference<>();

    /** What to measure, {@code name?parameter=value&parameter=value}. */
    @Param({"analysis", "audits", "conversations", "documents", "verification"})
    public String path;

    private Invariants invariants;
    private Workload workload;

    /** The workload of this fork, for profilers; null before the first iteration and after the last. */
    static @Nullable Workload running() {
        return RUNNING.get();
    }

    Workload workload() {
        return workload;
    }

    /** Opens the path. */
    @Setup(Level.Trial)
    public void open() throws Exception {
        invariants = new Invariants();
        workload = HotPaths.on(PathState.class.getClassLoader()).open(asked(path), invariants);
        RUNNING.set(workload);
    }

    /** What is asked for: the path as it is written, with the faults that are planted in this JVM. */
    static PathSpec asked(String path) {
        PathSpec spec = PathSpec.parse(path);
        String faults = System.getProperty(FAULTS, "");
        return faults.isEmpty()
                ? spec
                : spec.with(PathSpec.parse(spec.name() + "?" + faults).settings());
    }

    /**
     * Waits for quiet, checks the invariants and closes the path.
     *
     * @throws IllegalStateException when the path broke a promise; the fork then has no score
     */
    @TearDown(Level.Trial)
    public void close() throws InterruptedException, IOException {
        EventProfiler.measuredWorkEnded();
        RUNNING.set(null);
        try (Workload closing = workload) {
            closing.awaitQuiet();
            closing.checkInvariants();
        }
        List<Violation> violations = invariants.violations();
        if (!violations.isEmpty()) {
            Evidence.write(violations);
            throw new IllegalStateException("hot path " + path + " broke its promise: "
                    + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }
}
