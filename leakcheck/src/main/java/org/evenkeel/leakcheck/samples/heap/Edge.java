package org.evenkeel.leakcheck.samples.heap;

/**
 * One step of a reference path.
 *
 * @param kind what holds the object at the end of this step
 * @param owner the class that declares the field, or the name of the thread; empty where there is neither
 * @param name the field, or the stack frame; empty where there is neither
 * @param application whether the owner is a class of the application, not of the JDK
 */
public record Edge(Kind kind, String owner, String name, boolean application) {

    /** What can hold an object. */
    public enum Kind {
        /** The workload's own object, which the checker made and calls. */
        WORKLOAD,
        /** A static field. */
        STATIC_FIELD,
        /** A thread that has not ended. */
        THREAD,
        /** A local variable of a method that is running. */
        LOCAL,
        /** A reference of native code. */
        JNI,
        /** A lock that is held. */
        MONITOR,
        /** A class, through its objects or through the loader that defined it. */
        CLASS,
        /** The queue of finalizers. */
        FINALIZER,
        /** The virtual machine, in a place that heap dumps leave out. */
        VIRTUAL_MACHINE,
        /** A field of an object. */
        FIELD,
        /** A slot of an array. */
        SLOT,
        /** A thread local, named by the field that holds it. */
        THREAD_LOCAL,
        /** A value attached to a class, named by the field that holds the {@code ClassValue}. */
        CLASS_VALUE
    }

    /** Whether a path begins with it. */
    public boolean isRoot() {
        return kind.compareTo(Kind.FIELD) < 0 && kind != Kind.CLASS;
    }

    /** Whether it names a field. */
    public boolean isField() {
        return kind == Kind.STATIC_FIELD || kind == Kind.FIELD || kind == Kind.THREAD_LOCAL || kind == Kind.CLASS_VALUE;
    }
}
