package org.evenkeel.suite.load.run.worker;

/** What the two ends of the pipe say to each other: a byte that says what it is, its length in bytes, and its content. */
public final class Wire {

    /** To the runner: {@link Order}, the first thing it reads. */
    public static final byte ORDER = 1;
    /** To the runner: run a {@link PhaseOrder}. */
    public static final byte PHASE = 2;
    /** To the runner: send a tick now. */
    public static final byte TICK_NOW = 3;
    /** To the runner: end the phase that runs. */
    public static final byte STOP = 4;
    /** To the runner: close what was opened, and end. */
    public static final byte CLOSE = 5;

    /** From the runner: everything is open; {@link Opened}. */
    public static final byte OPENED = 10;
    /** From the runner: what happened since the last one; {@link TickFrame}. */
    public static final byte TICK = 11;
    /** From the runner: the phase has ended, its last tick was sent; no content. */
    public static final byte PHASE_DONE = 12;
    /** From the runner: after the phase all is quiet and its invariants were checked; no content. */
    public static final byte PHASE_CHECKED = 16;
    /** From the runner: an invariant is broken; which, as text. */
    public static final byte BROKEN = 13;
    /** From the runner: what is driven cannot be had as asked; why, as text. */
    public static final byte REFUSED = 14;
    /** From the runner: it failed by itself; how, as text. */
    public static final byte FAILED = 15;

    private Wire() {}
}
