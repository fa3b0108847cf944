package org.evenkeel.hotpaths;

/** A failure that a test threw into a path on purpose. */
public final class InjectedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param where the point at which it was thrown */
    public InjectedFailure(String where) {
        super("injected at " + where);
    }

    /** Whether {@code failure} is one, or was caused by one. */
    public static boolean isIn(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof InjectedFailure) {
                return true;
            }
        }
        return false;
    }
}
