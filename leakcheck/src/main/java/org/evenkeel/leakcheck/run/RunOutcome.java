package org.evenkeel.leakcheck.run;

import org.evenkeel.leakcheck.samples.Failure;
import org.evenkeel.leakcheck.samples.Recording;

/** How a run ended. */
public sealed interface RunOutcome {

    /** What was recorded is complete: the evidence decided, or the time was up. */
    record Completed(Recording recording) implements RunOutcome {}

    /** The workload broke; what was recorded until then is kept. */
    record Broken(Recording recording, Failure failure) implements RunOutcome {}

    /** The plan cannot be carried out: what was expected, what was found, what to do. */
    record Refused(String message) implements RunOutcome {}
}
