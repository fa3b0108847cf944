package org.evenkeel.hotpaths.conversations;

/** How a conversation went, as its caller saw it. */
enum Outcome {
    /** The caller stopped it. */
    STOPPED,
    /** It had ended for being idle before the caller was done. */
    CUT_OFF,
    /** The caller failed half-way; it was stopped all the same. */
    FAILED,
    /** The caller walked away; it will expire. */
    FORGOTTEN,
    /** It never started, because a limit was reached at each try. */
    REJECTED
}
