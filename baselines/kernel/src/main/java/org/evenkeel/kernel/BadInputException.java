package org.evenkeel.kernel;

/**
 * Wrong usage or unreadable input. The command prints the message as one line and ends with
 * {@link ExitStatus#BAD_INPUT}; nobody sees a stack trace.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was expected, what was found, where, and what to do */
    public BadInputException(String message) {
        super(message);
    }

    /** The same, keeping what led to it for somebody with a debugger. */
    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
