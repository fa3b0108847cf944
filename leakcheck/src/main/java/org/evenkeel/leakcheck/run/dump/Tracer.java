package org.evenkeel.leakcheck.run.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.jspecify.annotations.Nullable;

/**
 * Gives each object of a dump its place in the tree of paths: that of a shortest path from a root, where some roots
 * explain more than others and go first.
 *
 * <ol>
 *   <li>What the application holds: the workload's object and the application's static fields. These paths do not lead
 *       through classes, loaders and threads, over which everything holds everything.
 *   <li>What the JDK and the virtual machine hold: threads, static fields of the JDK, native code, locks; and what lies
 *       behind the classes and loaders of the first.
 *   <li>Local variables, which soon go.
 *   <li>What waits for its finalizer, and what hangs on classes in a place that dumps leave out.
 * </ol>
 *
 * <p>Weak, soft and phantom references do not hold. The checker's own objects are left out.
 */
final class Tracer {

    private static final Edge SLOT = new Edge(Edge.Kind.SLOT, "", "", false);
    private static final Edge CLASS = new Edge(Edge.Kind.CLASS, "", "", false);
    private static final Edge WORKLOAD = new Edge(Edge.Kind.WORKLOAD, "", "", true);
    private static final Edge JNI = new Edge(Edge.Kind.JNI, "", "", false);
    private static final Edge MONITOR = new Edge(Edge.Kind.MONITOR, "", "", false);
    private static final Edge FINALIZER = new Edge(Edge.Kind.FINALIZER, "", "", false);
    private static final Edge VIRTUAL_MACHINE = new Edge(Edge.Kind.VIRTUAL_MACHINE, "", "", false);
    private static final String CLASS_VALUE_MAP = "java.lang.ClassValue$ClassValueMap";

    /** Begins the name of what the virtual machine keeps with a class, such as its resolved constants. */
    private static final String PSEUDO_FIELD = "<";

    private final HeapGraph graph;
    private final TreeBuilder tree;
    private final Map<Integer, Edge> keyHolders;
    private final int[] nodeOf;
    private final NumberQueue queue = new NumberQueue();
    private final IntChunks deferred = new IntChunks();
    private final List<HeldThread> heldThreads = new ArrayList<>();
    private boolean applicationOnly;

    private record HeldThread(int thread, int parent, Edge edge) {}

    private Tracer(HeapGraph graph, TreeBuilder tree) {
        this.graph = graph;
        this.tree = tree;
        keyHolders = new KeyHolders(graph).find();
        nodeOf = new int[graph.objects()];
    }

    /** Counts the objects of a dump into the tree. */
    static void trace(HeapGraph graph, TreeBuilder tree) {
        new Tracer(graph, tree).trace();
    }

    private void trace() {
        applicationOnly = true;
        seedWorkload();
        seedStatics(true);
        walk();
        applicationOnly = false;
        seedRoots(HeapGraph.RootKind.THREAD);
        seedStatics(false);
        seedRoots(HeapGraph.RootKind.JNI);
        seedRoots(HeapGraph.RootKind.MONITOR);
        for (int i = 0; i < deferred.size(); i++) {
            expand(deferred.get(i));
        }
        walk();
        // A thread that runs is its own root; one that was never started is held like any other object.
        heldThreads.forEach(held -> visit(held.thread(), held.parent(), held.edge()));
        walk();
        seedRoots(HeapGraph.RootKind.LOCAL);
        walk();
        seedClassValues();
        seedFinalizers();
        walk();
        countSelfKept();
    }

    private void walk() {
        while (!queue.isEmpty()) {
            expand(queue.remove());
        }
    }

    private void seedWorkload() {
        for (int object = 0; object < graph.objects(); object++) {
            DumpClass type = type(object);
            if (type != null && type.own && !type.isArray()) {
                for (int i = 0; i < type.fields.length; i++) {
                    int target = graph.references().get(graph.start()[object] + i);
                    DumpClass held = target < 0 ? null : type(target);
                    if (held != null && held.application && !held.isArray()) {
                        visit(target, 0, WORKLOAD);
                    }
                }
            }
        }
    }

    private void seedStatics(boolean application) {
        for (int place = 0; place < graph.classes().size(); place++) {
            DumpClass type = graph.classes().get(place);
            if (type.permanent && !type.own && type.application == application) {
                for (int i = 0; i < type.statics.size(); i++) {
                    Edge field = type.statics.get(i).edge();
                    if (!field.name().startsWith(PSEUDO_FIELD)) {
                        visit(graph.held()[place][i], 0, field);
                    }
                }
            }
        }
    }

    private void seedRoots(HeapGraph.RootKind kind) {
        for (HeapGraph.Root root : graph.roots()) {
            if (root.kind() == kind) {
                visit(root.object(), 0, edge(root));
            }
        }
    }

    private Edge edge(HeapGraph.Root root) {
        String thread = ThreadNames.alike(graph.threadNames().getOrDefault(root.thread(), "?"));
        return switch (root.kind()) {
            case THREAD -> new Edge(Edge.Kind.THREAD, thread, "", false);
            case LOCAL -> new Edge(Edge.Kind.LOCAL, thread, root.frame(), false);
            case JNI -> JNI;
            case MONITOR -> MONITOR;
        };
    }

    /** Values attached to classes hang on a field of {@code java.lang.Class} that dumps do not contain. */
    private void seedClassValues() {
        for (int object = 0; object < graph.objects(); object++) {
            DumpClass type = type(object);
            if (type != null && type.name.equals(CLASS_VALUE_MAP)) {
                visit(object, 0, VIRTUAL_MACHINE);
            }
        }
    }

    private void seedFinalizers() {
        for (int object = 0; object < graph.objects(); object++) {
            DumpClass type = type(object);
            if (type != null && type.name.equals("java.lang.ref.Finalizer")) {
                visit(referent(object, type), 0, FINALIZER);
            }
        }
    }

    private @Nullable DumpClass type(int object) {
        int place = graph.classOf()[object];
        return place < 0 ? null : graph.classes().get(place);
    }

    private void visit(int object, int parent, Edge edge) {
        if (object < 0 || nodeOf[object] != 0) {
            return;
        }
        int place = graph.classOf()[object];
        if (place == HeapGraph.CLASS_OBJECT) {
            visitClass(object, parent, edge);
            return;
        }
        if (place < 0) {
            return;
        }
        DumpClass type = graph.classes().get(place);
        if ((type.own && !type.thread) || (applicationOnly && type.thread && addHeldThread(object, parent, edge))) {
            return;
        }
        // The workload's thread locals lie in the threads that call it.
        int node = type.own ? tree.child(parent, edge, "java.lang.Thread", false) : tree.child(parent, edge, type);
        nodeOf[object] = node;
        tree.count(node, shallowBytes(object, type));
        if (graph.timed().get(object)) {
            tree.countTimed(node);
        }
        if (applicationOnly && type.loader) {
            deferred.add(object);
        } else {
            queue.add(object);
        }
    }

    private boolean addHeldThread(int thread, int parent, Edge edge) {
        return heldThreads.add(new HeldThread(thread, parent, edge));
    }

    private void visitClass(int object, int parent, Edge edge) {
        DumpClass itself = graph.classes().get(graph.start()[object]);
        if (itself.permanent || itself.own || itself.isArray()) {
            return;
        }
        int node = tree.child(parent, edge, "java.lang.Class", false);
        nodeOf[object] = node;
        tree.count(node, 0);
        if (applicationOnly) {
            deferred.add(object);
        } else {
            queue.add(object);
        }
    }

    private void expand(int object) {
        int place = graph.classOf()[object];
        int node = nodeOf[object];
        if (place == HeapGraph.CLASS_OBJECT) {
            expandClass(graph.start()[object], node);
            return;
        }
        DumpClass type = graph.classes().get(place);
        if (type.primitiveBytes > 0) {
            return;
        }
        int start = graph.start()[object];
        if (type.isArray()) {
            for (int i = start + 1; graph.references().get(i) >= 0; i++) {
                visit(graph.references().get(i), node, SLOT);
            }
            return;
        }
        Edge holder = keyHolders.get(KeyHolders.key(graph, object, type));
        for (int i = 0; i < type.fields.length; i++) {
            Edge edge = type.fields[i].edge();
            boolean weak = type.reference && KeyHolders.isOfReference(edge);
            if (!weak) {
                Edge named = holder != null && edge.name().equals("value") ? holder : edge;
                visit(graph.references().get(start + i), node, named);
            }
        }
        if (!type.permanent && graph.classObjects()[place] >= 0) {
            visit(graph.classObjects()[place], node, CLASS);
        }
    }

    private void expandClass(int place, int node) {
        DumpClass type = graph.classes().get(place);
        int[] held = graph.held()[place];
        for (int i = 0; i < type.statics.size(); i++) {
            visit(held[i], node, type.statics.get(i).edge());
        }
        visit(held[held.length - 2], node, CLASS);
        visit(held[held.length - 1], node, CLASS);
    }

    private int referent(int object, DumpClass type) {
        return KeyHolders.referent(graph, object, type);
    }

    private long shallowBytes(int object, DumpClass type) {
        int start = graph.start()[object];
        if (type.primitiveBytes > 0) {
            return (16L + (long) start * type.primitiveBytes + 7) & -8;
        }
        return type.isArray()
                ? (16L + (long) graph.references().get(start) * graph.referenceBytes() + 7) & -8
                : type.heapBytes;
    }

    /** Counts weakly keyed entries whose key is reachable, by its shortest path, through the entry itself. */
    private void countSelfKept() {
        for (int object = 0; object < graph.objects(); object++) {
            DumpClass type = type(object);
            if (type != null && type.reference && nodeOf[object] > 0) {
                int key = referent(object, type);
                boolean kept = key >= 0 && nodeOf[key] > nodeOf[object] && tree.isOnTheWay(nodeOf[object], nodeOf[key]);
                if (kept && !keyHolders.containsKey(key)) {
                    tree.countKeptByOwnValue(nodeOf[object]);
                }
            }
        }
    }
}
