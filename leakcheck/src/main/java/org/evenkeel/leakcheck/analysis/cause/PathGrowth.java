package org.evenkeel.leakcheck.analysis.cause;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.PathNode;
import org.evenkeel.leakcheck.samples.heap.PathTree;

/**
 * Finds where a tree of paths grows: going down from the roots, the first node whose objects become more and explain by
 * their number what grows below. What holds them does not become more; it is the holder.
 */
public final class PathGrowth {

    /** Growth below this share of all is not worth a path. */
    private static final double LEAST_SHARE = 0.02;
    /** More objects of the same size as the others have to explain this share of what grows along with them. */
    private static final double EXPLAINS = 0.5;
    /** This share of some objects carries a time where all do, but for fields that are not set yet. */
    private static final double TIMED = 0.8;
    /** Growth of less than this share of what was seen before is another. */
    private static final double GOES_ALREADY = 0.3;
    /** The JVM's own bookkeeping grows a little; a path without the application has to be this much bigger to go first. */
    private static final double PLATFORM_HANDICAP = 8;

    /** What stands between the checker and an operation of a test, method handles besides. */
    private static final Set<String> WRAPPERS = Set.of(
            "org.evenkeel.leakcheck.InProcessCheck",
            "org.evenkeel.leakcheck.LeakCheck",
            "org.evenkeel.leakcheck.junit.LeakCheckExtension");

    private final PathTree tree;
    private final long[] growth;
    private final long[] held;
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<Integer> found = new ArrayList<>();
    private double total;

    private PathGrowth(PathTree tree) {
        this.tree = tree;
        int size = tree.nodes().size();
        growth = new long[size];
        held = new long[size];
        for (int i = 0; i < size; i++) {
            children.add(new ArrayList<>());
        }
        for (int i = size - 1; i > 0; i--) {
            PathNode node = tree.nodes().get(i);
            List<ClassCount> counts = node.counts();
            growth[i] += node.moreBytes();
            held[i] += counts.get(counts.size() - 1).bytes();
            growth[node.parent()] += growth[i];
            held[node.parent()] += held[i];
            children.get(node.parent()).add(i);
        }
    }

    /** The growing paths, what explains most first. */
    public static List<GrowingPath> of(PathTree tree) {
        PathGrowth growth = new PathGrowth(tree);
        growth.search();
        return growth.found.stream()
                .sorted(Comparator.comparingDouble((Integer node) -> -growth.weight(node)))
                .map(growth::path)
                .toList();
    }

    /** Growth by class along the growing paths, their subtrees included: what the search for allocations looks for. */
    public static Map<String, ClassCount> byClass(PathTree tree) {
        PathGrowth growth = new PathGrowth(tree);
        growth.search();
        Map<String, ClassCount> classes = new HashMap<>();
        for (int top : growth.found) {
            for (int node : growth.below(top)) {
                PathNode at = tree.nodes().get(node);
                if (at.moreBytes() > 0 && at.moreInstances() > 0) {
                    classes.merge(at.type(), new ClassCount(at.moreInstances(), at.moreBytes()), ClassCount::plus);
                }
            }
        }
        return classes;
    }

    /**
     * Whether what grew before the tree was looked at may expire. What expires carries a time: in the growing objects themselves,
     * in what holds them or in what they hold, or in as many objects beside them. And where far less grows than before, something
     * has begun to go already.
     *
     * @param bytesPerOperation growth before
     */
    public static boolean mayExpire(PathTree tree, double bytesPerOperation) {
        PathGrowth growth = new PathGrowth(tree);
        growth.search();
        return growth.total < GOES_ALREADY * bytesPerOperation * tree.operationsBetween() || growth.carriesTimes();
    }

    private boolean carriesTimes() {
        long most = found.stream()
                .mapToLong(node -> tree.nodes().get(node).moreInstances())
                .max()
                .orElse(0);
        for (int node = 1; node < tree.nodes().size(); node++) {
            PathNode at = tree.nodes().get(node);
            long now = at.counts().get(at.counts().size() - 1).instances();
            if (at.moreInstances() > 0
                    && at.timed() >= TIMED * now
                    && (growth[entry(node)] >= EXPLAINS * total || at.moreInstances() >= EXPLAINS * most)) {
                return true;
            }
        }
        return false;
    }

    /** The topmost of the objects above a node that become more along with it. */
    private int entry(int node) {
        long enough = tree.nodes().get(node).moreInstances() / 2;
        int at = node;
        while (tree.nodes().get(at).parent() > 0
                && tree.nodes().get(tree.nodes().get(at).parent()).moreInstances() > enough) {
            at = tree.nodes().get(at).parent();
        }
        return at;
    }

    private void search() {
        for (int child : children.get(0)) {
            total += Math.max(0, growth[child]);
        }
        for (int child : children.get(0)) {
            search(child);
        }
    }

    /** Returns whether something was found at the node or below. */
    private boolean search(int node) {
        if (growth[node] <= LEAST_SHARE * total || growth[node] <= 0) {
            return false;
        }
        if (multiplies(node)) {
            found.add(node);
            return true;
        }
        boolean below = false;
        for (int child : children.get(node)) {
            below |= search(child);
        }
        if (!below && tree.nodes().get(node).moreBytes() > LEAST_SHARE * total) {
            found.add(node);
            return true;
        }
        return below;
    }

    private boolean multiplies(int node) {
        PathNode at = tree.nodes().get(node);
        long now = at.counts().get(at.counts().size() - 1).instances();
        return at.moreInstances() > 0 && at.moreInstances() * (held[node] / (double) now) >= EXPLAINS * growth[node];
    }

    private double weight(int node) {
        boolean ofApplication = false;
        for (int at = node; at > 0; at = tree.nodes().get(at).parent()) {
            ofApplication |= tree.nodes().get(at).application()
                    || tree.nodes().get(at).edge().application();
        }
        ofApplication |= tree.nodes().get(element(node)).application();
        return growth[node] * (ofApplication ? PLATFORM_HANDICAP : 1);
    }

    private GrowingPath path(int node) {
        Deque<GrowingPath.Step> steps = new ArrayDeque<>();
        boolean keptByOwnValue = false;
        for (int at = valueOf(node); at > 0; at = tree.nodes().get(at).parent()) {
            PathNode step = tree.nodes().get(at);
            steps.addFirst(new GrowingPath.Step(step.edge(), step.type()));
        }
        for (int below : below(node)) {
            PathNode at = tree.nodes().get(below);
            keptByOwnValue |= at.keptByOwnValue()
                    > at.counts().get(at.counts().size() - 1).instances() / 2;
        }
        int element = element(node);
        PathNode named = tree.nodes().get(element);
        ClassCount now = named.counts().get(named.counts().size() - 1);
        double operations = tree.operationsBetween();
        long more = Math.max(0, named.moreInstances());
        return new GrowingPath(
                fromTheUsersObject(List.copyOf(steps)),
                named.type(),
                more / operations,
                growth[node] / operations,
                now.bytes() / (double) Math.max(1, now.instances()),
                more == 0 ? held[element] / (double) Math.max(1, now.instances()) : growth[node] / (double) more,
                Math.min(1, growth[node] / total),
                keptByOwnValue);
    }

    /** An operation given as a lambda or a test method reaches the checker wrapped: what wraps it is left out. */
    private static List<GrowingPath.Step> fromTheUsersObject(List<GrowingPath.Step> steps) {
        GrowingPath.Step root = steps.get(0);
        int wrappers = 0;
        while (root.edge().kind() == Edge.Kind.WORKLOAD
                && wrappers + 1 < steps.size()
                && isWrapper(steps.get(wrappers).type())) {
            wrappers++;
        }
        List<GrowingPath.Step> shown = new ArrayList<>(steps.subList(wrappers, steps.size()));
        shown.set(0, new GrowingPath.Step(root.edge(), steps.get(wrappers).type()));
        return shown;
    }

    private static boolean isWrapper(String type) {
        int nested = type.indexOf('$');
        return type.startsWith("java.lang.invoke.") || WRAPPERS.contains(nested < 0 ? type : type.substring(0, nested));
    }

    /** Where the entries of a thread's own table become more, the field of the thread local says more than the table. */
    private int valueOf(int node) {
        long enough = tree.nodes().get(node).moreInstances() / 2;
        return children.get(node).stream()
                .filter(child -> tree.nodes().get(child).edge().kind() == Edge.Kind.THREAD_LOCAL)
                .filter(child -> tree.nodes().get(child).moreInstances() >= enough)
                .findFirst()
                .orElse(node);
    }

    /** Below a list's nodes or a table's entries, the class of the application that they are there for. */
    private int element(int node) {
        long enough = tree.nodes().get(node).moreInstances() / 2;
        for (int below : below(node)) {
            PathNode at = tree.nodes().get(below);
            if (at.application() && at.moreInstances() > 0 && at.moreInstances() >= enough) {
                return below;
            }
        }
        int largest = node;
        for (int below : below(node)) {
            PathNode at = tree.nodes().get(below);
            if (at.moreInstances() >= enough
                    && at.moreBytes() > tree.nodes().get(largest).moreBytes()) {
                largest = below;
            }
        }
        return largest;
    }

    /** A node and those below it, nearest first. */
    private List<Integer> below(int node) {
        List<Integer> nodes = new ArrayList<>();
        Deque<Integer> left = new ArrayDeque<>(List.of(node));
        while (!left.isEmpty()) {
            int next = left.remove();
            nodes.add(next);
            left.addAll(children.get(next));
        }
        return nodes;
    }
}
