package org.evenkeel.jmh.profile;

/** The profiler cannot work here; the message says why. The benchmark runs on without it. */
final class CannotProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    CannotProfileException(String message) {
        super(message);
    }
}
