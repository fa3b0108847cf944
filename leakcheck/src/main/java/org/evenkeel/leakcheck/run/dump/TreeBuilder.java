package org.evenkeel.leakcheck.run.dump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.PathNode;
import org.evenkeel.leakcheck.samples.heap.PathTree;

/**
 * Grows one tree of paths over several dumps.
 *
 * <p>Linked structures are folded: an object that is reached from one of its own class, directly or over classes of the
 * JDK alone, belongs to the node of that one. So the nodes of a list, a tree or a chain of futures are one node, the head.
 */
final class TreeBuilder {

    private static final int MOST_NODES = 1 << 20;
    private static final int DEEPEST = 100;

    private record Key(int parent, Edge edge, String type) {}

    private final Map<Key, Integer> children = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<String> rawNames = new ArrayList<>();
    private final List<Boolean> application = new ArrayList<>();
    /** Classes that go by one name, one below the other, until they are taken for nodes of one structure. */
    private static final int MOST_OF_ONE_NAME = 4;

    private final List<Integer> depths = new ArrayList<>();
    private final List<Long> operations = new ArrayList<>();
    private final List<long[]> instances = new ArrayList<>();
    private final List<long[]> bytes = new ArrayList<>();
    private long[] keptByOwnValue = {};
    private long[] timed = {};

    TreeBuilder() {
        keys.add(new Key(-1, new Edge(Edge.Kind.VIRTUAL_MACHINE, "", "", false), ""));
        rawNames.add("");
        application.add(false);
        depths.add(0);
    }

    /** Begins to count the next dump. */
    void begin(long operationsSoFar) {
        operations.add(operationsSoFar);
        instances.add(new long[1 << 12]);
        bytes.add(new long[1 << 12]);
        keptByOwnValue = new long[1 << 12];
        timed = new long[1 << 12];
    }

    /** The node of objects of a class that are reached by an edge from those of another node. */
    int child(int parent, Edge edge, DumpClass type) {
        return child(parent, edge, type.name, type.rawName, type.application);
    }

    int child(int parent, Edge edge, String type, boolean ofApplication) {
        return child(parent, edge, type, type, ofApplication);
    }

    int child(int parent, Edge edge, String type, String rawName, boolean ofApplication) {
        Key key = new Key(parent, edge, type);
        Integer known = children.get(key);
        if (known != null) {
            return known;
        }
        int node = folded(parent, type, rawName, ofApplication);
        if (node < 0) {
            node = keys.size();
            keys.add(key);
            rawNames.add(rawName);
            application.add(ofApplication);
            depths.add(depths.get(parent) + 1);
        }
        children.put(key, node);
        return node;
    }

    private int folded(int parent, String type, String rawName, boolean ofApplication) {
        // Different lambdas of one class, and other hidden or numbered classes, go by one name: a few of them on one
        // way are no
        // list whose nodes are to be folded.
        int others = 1;
        for (int at = parent; at > 0; at = keys.get(at).parent()) {
            if (keys.get(at).type().equals(type)
                    && (rawNames.get(at).equals(rawName) || ++others == MOST_OF_ONE_NAME)) {
                return at;
            }
            if (application.get(at) && !ofApplication) {
                break;
            }
        }
        return keys.size() >= MOST_NODES || depths.get(parent) >= DEEPEST ? parent : -1;
    }

    /** Counts an object. */
    void count(int node, long shallowBytes) {
        int dump = operations.size() - 1;
        if (node >= instances.get(dump).length) {
            int length = Math.max(node + 1, 2 * instances.get(dump).length);
            instances.set(dump, Arrays.copyOf(instances.get(dump), length));
            bytes.set(dump, Arrays.copyOf(bytes.get(dump), length));
        }
        instances.get(dump)[node]++;
        bytes.get(dump)[node] += shallowBytes;
    }

    /** Counts an entry whose value holds its weak key. */
    void countKeptByOwnValue(int node) {
        keptByOwnValue = oneMore(keptByOwnValue, node);
    }

    /** Counts an object that carries a time. */
    void countTimed(int node) {
        timed = oneMore(timed, node);
    }

    private static long[] oneMore(long[] counts, int node) {
        long[] grown = node < counts.length ? counts : Arrays.copyOf(counts, 2 * node);
        grown[node]++;
        return grown;
    }

    private static long at(long[] counts, int node) {
        return node < counts.length ? counts[node] : 0;
    }

    /** Whether one node lies on the way to another, or is the same. */
    boolean isOnTheWay(int ancestor, int node) {
        int at = node;
        while (at > ancestor) {
            at = keys.get(at).parent();
        }
        return at == ancestor;
    }

    /** The part of the tree in which something changed from the first dump to the last. */
    PathTree build() {
        int[] places = new int[keys.size()];
        boolean[] kept = new boolean[keys.size()];
        kept[0] = true;
        for (int node = keys.size() - 1; node > 0; node--) {
            if (kept[node] || grew(node)) {
                kept[node] = true;
                kept[keys.get(node).parent()] = true;
            }
        }
        List<PathNode> nodes = new ArrayList<>();
        for (int node = 0; node < places.length; node++) {
            if (kept[node]) {
                places[node] = nodes.size();
                Key key = keys.get(node);
                nodes.add(new PathNode(
                        node == 0 ? -1 : places[key.parent()],
                        key.edge(),
                        key.type(),
                        application.get(node),
                        counts(node),
                        at(keptByOwnValue, node),
                        at(timed, node)));
            }
        }
        return new PathTree(Collections.unmodifiableList(operations), nodes);
    }

    private boolean grew(int node) {
        List<ClassCount> counts = counts(node);
        return !counts.get(0).equals(counts.get(counts.size() - 1));
    }

    private List<ClassCount> counts(int node) {
        List<ClassCount> counts = new ArrayList<>();
        for (int dump = 0; dump < instances.size(); dump++) {
            long[] counted = instances.get(dump);
            counts.add(node < counted.length ? new ClassCount(counted[node], bytes.get(dump)[node]) : ClassCount.NONE);
        }
        return counts;
    }
}
