package org.evenkeel.hotpaths.analysis;

/** The store could not do what was asked; the request fails and may be made again. */
final class StoreFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
