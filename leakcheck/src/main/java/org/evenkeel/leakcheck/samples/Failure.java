package org.evenkeel.leakcheck.samples;

/**
 * Why a run could not go on, through no fault of the plan.
 *
 * @param kind what happened
 * @param detail what was seen, in one line
 */
public record Failure(Kind kind, String detail) {

    /** What can happen to a checked JVM. */
    public enum Kind {
        /** An operation, the opening or an invariant check threw. */
        THREW,
        /** The JVM ended by itself. */
        EXITED,
        /** A batch, or coming to rest after it, did not end in time. */
        HUNG,
        /** An invariant of the workload does not hold. */
        BROKE_INVARIANT,
        /** Memory, or another resource that the JVM counts as memory, ran out. */
        OUT_OF_MEMORY
    }
}
