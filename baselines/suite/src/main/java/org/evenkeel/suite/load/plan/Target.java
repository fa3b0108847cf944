package org.evenkeel.suite.load.plan;

/**
 * Something that is driven.
 *
 * @param isClass whether it is the name of a class that is a {@code Runnable} or a {@code Callable}; a hot path otherwise
 * @param name {@code path?parameter=value}, or the class
 */
public record Target(boolean isClass, String name) {

    /** A hot path. */
    public static Target path(String spec) {
        return new Target(false, spec);
    }

    @Override
    public String toString() {
        return name;
    }
}
