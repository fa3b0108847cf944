package org.evenkeel.leakcheck.samples.heap;

import java.util.List;
import org.evenkeel.leakcheck.samples.ClassCount;

/**
 * All objects that are reached in the same way, in each of the dumps.
 *
 * @param parent place of the node they are reached from, smaller than this node's own; -1 for the first, which stands
 *     for the roots together
 * @param edge the last step to them
 * @param type their class, numbered names made alike
 * @param application whether that is a class of the application
 * @param counts how many there are and their shallow size, a dump each
 * @param keptByOwnValue how many of them, in the last dump, are weakly keyed entries whose value holds the key
 * @param timed how many of them, in the last dump, carry a time around that of the dump
 */
public record PathNode(
        int parent,
        Edge edge,
        String type,
        boolean application,
        List<ClassCount> counts,
        long keptByOwnValue,
        long timed) {

    public PathNode {
        counts = List.copyOf(counts);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("a node of no dump");
        }
    }

    /** More objects in the last dump than in the first. */
    public long moreInstances() {
        return counts.get(counts.size() - 1).instances() - counts.get(0).instances();
    }

    /** More bytes in the last dump than in the first, of these objects alone. */
    public long moreBytes() {
        return counts.get(counts.size() - 1).bytes() - counts.get(0).bytes();
    }
}
