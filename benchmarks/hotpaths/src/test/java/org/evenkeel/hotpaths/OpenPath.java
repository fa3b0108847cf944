package org.evenkeel.hotpaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.PathSpec;
import org.evenkeel.workload.Workload;

/**
 * A hot path that a test has opened.
 *
 * @param workload its state
 * @param invariants what it was opened with
 */
public record OpenPath(Workload workload, Invariants invariants) implements AutoCloseable {

    private static final long SEED = 20_251_121L;

    /** Opens {@code path} as {@code spec} says. */
    public static OpenPath of(HotPath path, PathSpec spec) throws Exception {
        Invariants invariants = new Invariants();
        return new OpenPath(path.open(HotPaths.check(path, spec), invariants), invariants);
    }

    /** New callers with indexes from 0 and seeds of their own. */
    public List<Caller> callers(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> workload.caller(index, SEED + index))
                .toList();
    }

    /** Waits for quiet, has the invariants checked, and fails when one was ever broken. */
    public void assertQuietAndConsistent() throws InterruptedException {
        workload.awaitQuiet();
        workload.checkInvariants();
        assertThat(invariants.violations()).isEmpty();
    }

    @Override
    public void close() {
        workload.close();
    }
}
