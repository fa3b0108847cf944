package org.evenkeel.leakcheck.run.dump;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.PathNode;
import org.evenkeel.leakcheck.samples.heap.PathTree;
import org.junit.jupiter.api.Test;

class TreeBuilderTest {

    private static final Edge ROOT = new Edge(Edge.Kind.STATIC_FIELD, "com.acme.Registry", "ALL", true);
    private static final Edge FIELD = new Edge(Edge.Kind.FIELD, "x", "y", false);

    private final TreeBuilder tree = new TreeBuilder();

    @Test
    void child_nodesOfALinkedList_areTheHead() {
        int list = tree.child(0, ROOT, "java.util.LinkedList", false);
        int first = tree.child(list, FIELD, "java.util.LinkedList$Node", false);

        assertThat(tree.child(first, FIELD, "java.util.LinkedList$Node", false)).isEqualTo(first);
    }

    @Test
    void child_chainOverTwoClasses_isFoldedToo() {
        int future = tree.child(0, ROOT, "java.util.concurrent.CompletableFuture", false);
        int stage = tree.child(future, FIELD, "java.util.concurrent.CompletableFuture$UniApply", false);

        assertThat(tree.child(stage, FIELD, "java.util.concurrent.CompletableFuture", false))
                .isEqualTo(future);
    }

    @Test
    void child_mapInsideAnObjectOfTheApplicationInAMap_isANodeOfItsOwn() {
        int outer = tree.child(0, ROOT, "java.util.HashMap", false);
        int session = tree.child(outer, FIELD, "com.acme.Session", true);

        assertThat(tree.child(session, FIELD, "java.util.HashMap", false)).isNotEqualTo(outer);
        assertThat(tree.child(session, FIELD, "com.acme.Session", true)).isEqualTo(session);
    }

    @Test
    void child_anotherLambdaOfTheSameClass_isANodeOfItsOwn() {
        int operation = tree.child(0, ROOT, "Driver$$Lambda", "Driver$$Lambda$1/0x1", true);
        int sink = tree.child(operation, FIELD, "Sink", "Sink", true);

        int subscriber = tree.child(sink, FIELD, "Driver$$Lambda", "Driver$$Lambda$2/0x2", true);

        assertThat(subscriber).isNotEqualTo(operation);
        assertThat(tree.child(subscriber, FIELD, "Driver$$Lambda", "Driver$$Lambda$1/0x1", true))
                .as("the first again, as in a chain of stages")
                .isEqualTo(operation);
    }

    @Test
    void child_chainOfClassesMadeOneByOne_endsInOneNode() {
        int node = 0;
        for (int i = 0; i < 50; i++) {
            node = tree.child(node, FIELD, "$Proxy", "$Proxy" + i, true);
        }

        assertThat(tree.child(node, FIELD, "$Proxy", "$Proxy50", true)).isLessThanOrEqualTo(4);
    }

    @Test
    void build_nodesThatDidNotChange_areLeftOutUnlessTheyLeadToOneThatDid() {
        int list = tree.child(0, ROOT, "java.util.ArrayList", false);
        int entry = tree.child(list, FIELD, "com.acme.Entry", true);
        int constant = tree.child(0, ROOT, "com.acme.Constant", true);
        for (int dump = 1; dump <= 2; dump++) {
            tree.begin(100L * dump);
            tree.count(list, 24);
            tree.count(constant, 16);
            for (int i = 0; i < 10 * dump; i++) {
                tree.count(entry, 16);
            }
        }

        PathTree built = tree.build();

        assertThat(built.operationsBetween()).isEqualTo(100);
        assertThat(built.nodes())
                .extracting(PathNode::type)
                .containsExactly("", "java.util.ArrayList", "com.acme.Entry");
        assertThat(built.nodes().get(2).moreInstances()).isEqualTo(10);
        assertThat(built.nodes().get(2).moreBytes()).isEqualTo(160);
    }
}
