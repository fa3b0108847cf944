package org.evenkeel.leakcheck.run.dump;

import java.util.HashMap;
import java.util.Map;
import org.evenkeel.leakcheck.samples.heap.Edge;

/**
 * Finds the fields that hold thread locals and class values. What these give to each thread or class hangs on the thread
 * or the class, under a weak key; only the field that holds the key has a name that somebody knows.
 */
final class KeyHolders {

    private static final String THREAD_LOCAL = "java.lang.ThreadLocal";
    private static final String CLASS_VALUE = "java.lang.ClassValue";
    private static final String CLASS_VALUE_ENTRY = "java.lang.ClassValue$Entry";

    private final HeapGraph graph;
    private final Map<Integer, Edge> found = new HashMap<>();
    private final Map<DumpClass, String> kinds = new HashMap<>();

    KeyHolders(HeapGraph graph) {
        this.graph = graph;
    }

    /** By the number of the weak key's object. */
    Map<Integer, Edge> find() {
        Map<Long, DumpClass> byId = new HashMap<>();
        graph.classes().forEach(type -> byId.put(type.id, type));
        for (DumpClass type : graph.classes()) {
            for (DumpClass at = type; at != null; at = byId.get(at.superId)) {
                if (at.name.equals(THREAD_LOCAL) || at.name.equals(CLASS_VALUE)) {
                    kinds.put(type, at.name);
                }
            }
        }
        for (int place = 0; place < graph.classes().size(); place++) {
            DumpClass type = graph.classes().get(place);
            for (int i = 0; i < type.statics.size(); i++) {
                add(graph.held()[place][i], type.statics.get(i).edge());
            }
        }
        for (int object = 0; object < graph.objects(); object++) {
            int place = graph.classOf()[object];
            if (place >= 0 && graph.classes().get(place).application) {
                DumpClass.Field[] fields = graph.classes().get(place).fields;
                for (int i = 0; i < fields.length; i++) {
                    add(graph.references().get(graph.start()[object] + i), fields[i].edge());
                }
            }
        }
        return found;
    }

    private void add(int target, Edge holder) {
        if (target < 0 || graph.classOf()[target] < 0) {
            return;
        }
        DumpClass type = graph.classes().get(graph.classOf()[target]);
        String kind = kinds.get(type);
        if (kind == null) {
            return;
        }
        if (kind.equals(THREAD_LOCAL)) {
            found.putIfAbsent(
                    target, new Edge(Edge.Kind.THREAD_LOCAL, holder.owner(), holder.name(), holder.application()));
        } else {
            // A class keeps its values in a map by the identity, and in a cache by the version.
            for (int i = 0; i < type.fields.length; i++) {
                String field = type.fields[i].edge().name();
                if (field.equals("identity") || field.equals("version")) {
                    found.putIfAbsent(
                            graph.references().get(graph.start()[target] + i),
                            new Edge(Edge.Kind.CLASS_VALUE, holder.owner(), holder.name(), holder.application()));
                }
            }
        }
    }

    /** The weak key of an object that is an entry under one, or -1. */
    static int key(HeapGraph graph, int object, DumpClass type) {
        if (type.reference) {
            return referent(graph, object, type);
        }
        if (!type.name.equals(CLASS_VALUE_ENTRY)) {
            return -1;
        }
        // Since JDK 25 the entry is no weak reference, but has one.
        for (int i = 0; i < type.fields.length; i++) {
            int held = graph.references().get(graph.start()[object] + i);
            int place = held < 0 ? -1 : graph.classOf()[held];
            if (place >= 0 && type.fields[i].edge().name().equals("version")) {
                return referent(graph, held, graph.classes().get(place));
            }
        }
        return -1;
    }

    /** Whether a field is one of {@code java.lang.ref.Reference} that does not hold. */
    static boolean isOfReference(Edge field) {
        return field.owner().equals("java.lang.ref.Reference")
                && (field.name().equals("referent") || field.name().equals("discovered"));
    }

    /** What a reference object refers to, or -1. */
    static int referent(HeapGraph graph, int object, DumpClass type) {
        for (int i = type.fields.length - 1; i >= 0; i--) {
            if (type.fields[i].edge().name().equals("referent") && isOfReference(type.fields[i].edge())) {
                return graph.references().get(graph.start()[object] + i);
            }
        }
        return -1;
    }
}
