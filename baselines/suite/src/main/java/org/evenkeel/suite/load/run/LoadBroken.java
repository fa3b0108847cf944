package org.evenkeel.suite.load.run;

/** The driven JVM failed: it ended, it did not answer, or the runner in it gave up. What it had told before is kept. */
final class LoadBroken extends Exception {
    private static final long serialVersionUID = 1L;

    LoadBroken(String message) {
        super(message, null, false, false);
    }
}
