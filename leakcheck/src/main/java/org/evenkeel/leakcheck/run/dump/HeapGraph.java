package org.evenkeel.leakcheck.run.dump;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Objects and references of one dump. Objects have numbers from 0.
 *
 * @param classes all classes
 * @param classOf place of each object's class; -1 for one whose class the dump does not tell
 * @param start for an object, where its references begin; for an array of primitives, its length; for a class, its place
 * @param references for an object, one for each field that can hold a reference; for an array, their number and those
 *     that are not null. Numbers of objects, -1 for null.
 * @param roots what the virtual machine holds
 * @param threadNames names of threads by the number of their object
 * @param classObjects the number of each class as an object, -1 where it is none
 * @param held what each class holds: its static fields, then its loader and its protection domain
 * @param timed the objects that carry a time
 * @param referenceBytes what a reference takes on the heap of that JVM
 */
@SuppressWarnings("ArrayRecordComponent") // It is walked, never compared.
record HeapGraph(
        List<DumpClass> classes,
        int[] classOf,
        int[] start,
        IntChunks references,
        List<Root> roots,
        Map<Integer, String> threadNames,
        int[] classObjects,
        int[][] held,
        BitSet timed,
        int referenceBytes) {

    /** The class of all objects that are classes. */
    static final int CLASS_OBJECT = -2;

    /** The kinds of roots that matter. */
    enum RootKind {
        THREAD,
        JNI,
        MONITOR,
        LOCAL
    }

    /**
     * A root.
     *
     * @param kind what it is
     * @param object what it holds
     * @param thread the number of the thread's object, or -1
     * @param frame the running method, or empty
     */
    record Root(RootKind kind, int object, int thread, String frame) {}

    int objects() {
        return classOf.length;
    }
}
