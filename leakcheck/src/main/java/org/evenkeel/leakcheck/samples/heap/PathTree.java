package org.evenkeel.leakcheck.samples.heap;

import java.util.List;

/**
 * The heap by shortest path from a root, at two or more times.
 *
 * @param operations how many operations had been made at each dump, increasing
 * @param nodes parents before their children; the first stands for all roots
 */
public record PathTree(List<Long> operations, List<PathNode> nodes) {

    public PathTree {
        operations = List.copyOf(operations);
        nodes = List.copyOf(nodes);
        if (operations.size() < 2) {
            throw new IllegalArgumentException("growth needs two dumps, found " + operations.size());
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).parent() >= i) {
                throw new IllegalArgumentException("node " + i + " comes before its parent");
            }
            if (nodes.get(i).counts().size() != operations.size()) {
                throw new IllegalArgumentException("node " + i + " was not counted in every dump");
            }
        }
    }

    /** Operations from the first dump to the last. */
    public long operationsBetween() {
        return operations.get(operations.size() - 1) - operations.get(0);
    }
}
