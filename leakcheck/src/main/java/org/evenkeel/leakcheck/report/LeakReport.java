package org.evenkeel.leakcheck.report;

import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.cause.Cause;

/**
 * The result of checking one workload.
 *
 * @param workload what it is called
 * @param verdict the answer and its evidence
 * @param recording what was seen
 * @param elapsedSeconds how long the check took, starting and closing included
 * @param cause what holds and allocates what grows
 */
public record LeakReport(
        String workload, LeakVerdict verdict, Recording recording, double elapsedSeconds, Cause cause) {

    /** A result that names no cause. */
    public LeakReport(String workload, LeakVerdict verdict, Recording recording, double elapsedSeconds) {
        this(workload, verdict, recording, elapsedSeconds, Cause.NONE);
    }

    /** The verdict in one word, as in {@code leakcheck.json}. */
    public LeakVerdictName verdictName() {
        return verdict.name();
    }
}
