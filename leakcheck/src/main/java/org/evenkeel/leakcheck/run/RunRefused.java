package org.evenkeel.leakcheck.run;

/** Ends a run whose plan cannot be carried out. */
final class RunRefused extends Exception {
    private static final long serialVersionUID = 1L;

    RunRefused(String message) {
        super(message, null, false, false);
    }
}
