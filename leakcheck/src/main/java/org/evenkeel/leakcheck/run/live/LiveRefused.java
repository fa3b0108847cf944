package org.evenkeel.leakcheck.run.live;

/** Says why a JVM cannot be watched: what was expected, what was found, what to do. */
public final class LiveRefused extends Exception {
    private static final long serialVersionUID = 1L;

    LiveRefused(String message) {
        super(message, null, false, false);
    }
}
