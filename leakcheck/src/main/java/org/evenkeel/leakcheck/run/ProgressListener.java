package org.evenkeel.leakcheck.run;

import java.time.Duration;

/** Is told how a run goes on; from one thread. */
public interface ProgressListener {

    /** Nobody listens. */
    ProgressListener NONE = progress -> {};

    /** Called after each sample. */
    void sampled(Progress progress);

    /**
     * Called when something grows and its cause is looked for, which is not taken from the budget.
     *
     * @param most the longest that this takes
     */
    default void searching(Duration most) {}

    /**
     * How far a run has come.
     *
     * @param batches batches sampled so far
     * @param operations operations so far
     * @param heapBytes the heap's last reading
     * @param elapsed time since the start
     * @param budget the most time the run may take; it ends earlier where the evidence decides earlier
     */
    record Progress(int batches, long operations, long heapBytes, Duration elapsed, Duration budget) {}
}
