package org.evenkeel.suite.load.run.worker;

import java.util.List;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;

/** What the users of a run ask, and how: code in this JVM, or a service somewhere else. */
public interface Backend extends AutoCloseable {

    /** Opens it; what cannot be had as asked is a {@link org.evenkeel.workload.BadPathException}. */
    interface Opener {
        @SuppressWarnings("IllegalThrows") // A class may throw whatever it likes when it is made.
        Backend open(Order order, Counts counts, Invariants invariants) throws Throwable;
    }

    /** What a request of a closed user costs the driver itself, in nanoseconds by the clock; NaN where the driver is a process of its own. */
    double closedNanos();

    /** What an arrival costs the driver itself, in nanoseconds of processor time; NaN where the driver is a process of its own. */
    double openCpuNanos();

    /** Quantities of what is driven. */
    List<Gauge> gauges();

    /** A phase that is about to begin. Its users are there already. */
    Running phase(PhaseOrder order, long seed) throws InterruptedException;

    /** Waits until nothing is in flight any more, and reports what is then broken to the invariants. */
    void awaitQuiet() throws InterruptedException;

    @Override
    void close();
}
