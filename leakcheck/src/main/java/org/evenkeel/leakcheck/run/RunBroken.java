package org.evenkeel.leakcheck.run;

import org.evenkeel.leakcheck.samples.Failure;

/** Ends a run from deep inside it; carries what becomes its outcome. */
final class RunBroken extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    RunBroken(Failure.Kind kind, String detail) {
        super(detail, null, false, false);
        failure = new Failure(kind, detail);
    }

    Failure failure() {
        return failure;
    }
}
