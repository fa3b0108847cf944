package org.evenkeel.leakcheck.run;

import org.evenkeel.leakcheck.samples.Bound;
import org.evenkeel.leakcheck.samples.Failure;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;

/** How a run ended. */
public sealed interface RunOutcome {

    /**
     * What was recorded is complete: the evidence decided, or the time was up.
     *
     * @param cause what was found about the cause of growth; nothing where none was looked for
     * @param bound what is known of a bound of what grows
     */
    record Completed(Recording recording, CauseMaterial cause, Bound bound) implements RunOutcome {}

    /** The workload broke; what was recorded until then is kept. */
    record Broken(Recording recording, Failure failure) implements RunOutcome {}

    /** The plan cannot be carried out: what was expected, what was found, what to do. */
    record Refused(String message) implements RunOutcome {}
}
