package org.evenkeel.hotpaths.audits;

/** A record's lock was not to be had in time. The request has changed nothing and can be made again. */
final class LockTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockTimeoutException(String message) {
        super(message);
    }
}
