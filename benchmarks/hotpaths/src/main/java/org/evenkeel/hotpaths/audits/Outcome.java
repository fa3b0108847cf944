package org.evenkeel.hotpaths.audits;

/** What an audit came to. */
enum Outcome {
    /** There was nothing that had not been examined. */
    UNCHANGED,
    /** Something new was examined and found in order. */
    CLEAN,
    /** Something new was flagged. */
    FLAGGED,
    /** The record's lock was not to be had in time; the next audit does it. */
    TIMED_OUT
}
