package org.evenkeel.leakcheck.run.dump;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.samples.heap.Edge;

/** A class of a dump, with what is needed to walk its objects. Filled while the dump is read. */
final class DumpClass {

    /** A field that holds a reference. */
    record Field(Edge edge, int offset) {}

    /** A static field and the address it holds. */
    record Static(Edge edge, long target) {}

    /** Numbered names made alike. */
    final String name;
    /** As the JVM has it: each lambda and each hidden class has its own. */
    final String rawName;

    final long id;
    final long superId;
    final long loaderId;
    final long protectionDomainId;
    /** Those it declares itself, offsets counted from the first of them. */
    final List<Field> declared = new ArrayList<>();

    /** Offsets of the {@code long} fields it declares itself, counted as those of {@link #declared}. */
    final List<Integer> declaredLongs = new ArrayList<>();

    final List<Static> statics = new ArrayList<>();
    /** Bytes of the declared fields in a dump, and on the heap. */
    int declaredDumpBytes;

    int declaredHeapBytes;

    /** Those of its objects, inherited ones after its own, as a dump orders them. */
    Field[] fields = {};

    /** Where the {@code long} fields of its objects lie in a dump, inherited ones after its own. */
    int[] longs = {};

    int heapBytes;
    /** 1 to 8 for an array of primitives, 0 else. */
    int primitiveBytes;

    boolean application;
    boolean own;
    boolean reference;
    boolean thread;
    boolean loader;
    /** Whether its static fields are roots, since the class itself is there for good. */
    boolean permanent;

    DumpClass(String name, String rawName, long id, long superId, long loaderId, long protectionDomainId) {
        this.name = name;
        this.rawName = rawName;
        this.id = id;
        this.superId = superId;
        this.loaderId = loaderId;
        this.protectionDomainId = protectionDomainId;
    }

    boolean isArray() {
        return name.startsWith("[");
    }

    @Override
    public String toString() {
        return name;
    }
}
