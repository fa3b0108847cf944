package org.evenkeel.workload;

/** A hot path was asked for that does not exist, or with a parameter or value that it does not take. */
public final class BadPathException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message what was expected, what was found and what to do */
    public BadPathException(String message) {
        super(message);
    }
}
