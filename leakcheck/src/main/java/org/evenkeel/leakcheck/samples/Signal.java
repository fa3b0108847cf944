package org.evenkeel.leakcheck.samples;

import java.util.Arrays;
import java.util.Optional;

/** Something about a JVM that may grow without stopping. */
public enum Signal {
    /** Bytes of live objects, interned strings left out where they can be told. */
    HEAP("heap", Unit.BYTES),
    /** Strings in the table that {@code String.intern} and the constants of compiled code share. */
    INTERNED_STRINGS("interned-strings", Unit.STRINGS),
    /** Memory of direct buffers. */
    DIRECT_BUFFERS("direct-buffers", Unit.BYTES),
    /** Memory of mapped files. */
    MAPPED_BUFFERS("mapped-buffers", Unit.BYTES),
    /** Memory of class metadata. It drifts with nothing leaking, so {@link #CLASSES} decides for both. */
    METASPACE("metaspace", Unit.BYTES),
    /** Loaded classes. */
    CLASSES("classes", Unit.CLASSES),
    /** Live platform threads. */
    THREADS("threads", Unit.THREADS),
    /** Open file descriptors. */
    FILE_DESCRIPTORS("file-descriptors", Unit.DESCRIPTORS),
    /** Files and folders below the folder for temporary files. */
    TEMPORARY_FILES("temporary-files", Unit.FILES),
    /** Objects that wait for their finalizer. */
    PENDING_FINALIZERS("pending-finalizers", Unit.OBJECTS),
    /** Objects that native code holds by global references. */
    JNI_REFERENCES("jni-references", Unit.REFERENCES),
    /** Memory of the process that is resident, that of the Java heap left out. */
    RESIDENT("resident", Unit.BYTES),
    /** Address space of the process. Reserving some costs nothing, so it is shown and decides nothing. */
    VIRTUAL("virtual", Unit.BYTES),
    /** Memory from malloc that Java code took and did not give back, since it was first watched. */
    MALLOC("malloc", Unit.BYTES),
    /** Memory committed by the JVM outside the heap, where native memory tracking is on. */
    NATIVE("native", Unit.BYTES);

    private final String label;
    private final Unit unit;

    Signal(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The name in results. */
    public String label() {
        return label;
    }

    /** What one of it is. */
    public Unit unit() {
        return unit;
    }

    /** The signal of that name in results, if there is one. */
    public static Optional<Signal> labelled(String label) {
        return Arrays.stream(values())
                .filter(signal -> signal.label.equals(label))
                .findFirst();
    }
}
