package org.evenkeel.leakcheck.samples;

import java.util.Locale;

/** What one of something is. */
public enum Unit {
    BYTES,
    STRINGS,
    CLASSES,
    THREADS,
    DESCRIPTORS,
    FILES,
    OBJECTS,
    REFERENCES,
    /** Of one class. */
    INSTANCES;

    /** The word for several of them, as results have it. */
    public String plural() {
        return name().toLowerCase(Locale.ROOT);
    }
}
