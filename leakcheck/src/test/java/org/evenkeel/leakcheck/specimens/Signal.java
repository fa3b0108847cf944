package org.evenkeel.leakcheck.specimens;

/** What a leak makes grow, and the unit its rate is written in. */
public enum Signal {
    /** Objects that stay reachable, in bytes with 64-bit compressed references and headers of 12 bytes. */
    HEAP("heap", "B"),
    /** Direct byte buffers, in buffers. */
    DIRECT_BUFFERS("direct-buffers", "buffers"),
    /** Memory-mapped byte buffers, in buffers. */
    MAPPED_BUFFERS("mapped-buffers", "buffers"),
    /** Live threads. */
    THREADS("threads", "threads"),
    /** Open file descriptors. */
    FILE_DESCRIPTORS("file-descriptors", "descriptors"),
    /** Loaded classes, hidden ones included. */
    CLASSES("classes", "classes"),
    /** Entries left in the folder for temporary files. */
    TEMPORARY_FILES("temporary-files", "files"),
    /** Memory that native code allocated and nobody frees, in bytes. */
    NATIVE("native", "B");

    private final String label;
    private final String unit;

    Signal(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The signal's name as results write it. */
    public String label() {
        return label;
    }

    /** The unit of a rate per operation. */
    public String unit() {
        return unit;
    }
}
