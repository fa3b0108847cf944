package org.evenkeel.leakcheck.samples;

import java.util.Arrays;
import java.util.Optional;

/** Something about a JVM that may grow without stopping. */
public enum Signal {
    /** Bytes of live objects, interned strings left out where they can be told. */
    HEAP("heap", "bytes"),
    /** Strings in the table that {@code String.intern} and the constants of compiled code share. */
    INTERNED_STRINGS("interned-strings", "strings"),
    /** Memory of direct buffers. */
    DIRECT_BUFFERS("direct-buffers", "bytes"),
    /** Memory of mapped files. */
    MAPPED_BUFFERS("mapped-buffers", "bytes"),
    /** Memory of class metadata. It drifts with nothing leaking, so {@link #CLASSES} decides for both. */
    METASPACE("metaspace", "bytes"),
    /** Loaded classes. */
    CLASSES("classes", "classes"),
    /** Live platform threads. */
    THREADS("threads", "threads"),
    /** Open file descriptors. */
    FILE_DESCRIPTORS("file-descriptors", "descriptors"),
    /** Files and folders below the folder for temporary files. */
    TEMPORARY_FILES("temporary-files", "files"),
    /** Objects that wait for their finalizer. */
    PENDING_FINALIZERS("pending-finalizers", "objects"),
    /** Objects that native code holds by global references. */
    JNI_REFERENCES("jni-references", "references"),
    /** Memory of the process that is resident, that of the Java heap left out. */
    RESIDENT("resident", "bytes"),
    /** Address space of the process. Reserving some costs nothing, so it is shown and decides nothing. */
    VIRTUAL("virtual", "bytes"),
    /** Memory from malloc that Java code took and did not give back, since it was first watched. */
    MALLOC("malloc", "bytes"),
    /** Memory committed by the JVM outside the heap, where native memory tracking is on. */
    NATIVE("native", "bytes");

    private final String label;
    private final String unit;

    Signal(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The name in results. */
    public String label() {
        return label;
    }

    /** What one is, in the plural. */
    public String unit() {
        return unit;
    }

    /** The signal of that name in results, if there is one. */
    public static Optional<Signal> labelled(String label) {
        return Arrays.stream(values())
                .filter(signal -> signal.label.equals(label))
                .findFirst();
    }
}
