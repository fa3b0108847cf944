package org.acme.libraries;

import java.util.concurrent.atomic.AtomicLong;

/** Names that were never there before. */
public final class Names {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private Names() {}

    /** The next one. */
    public static String next() {
        return "name-" + NUMBERS.incrementAndGet();
    }
}
