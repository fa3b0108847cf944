package org.evenkeel.leakcheck.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.PathNode;
import org.evenkeel.leakcheck.samples.heap.PathTree;
import org.junit.jupiter.api.Test;

class PathGrowthTest {

    private static final int ROOTS = 0;
    private final List<PathNode> nodes = new ArrayList<>();

    PathGrowthTest() {
        add(-1, new Edge(Edge.Kind.VIRTUAL_MACHINE, "", "", false), "", 0, 0, 0);
    }

    @Test
    void of_elementsOfAList_namesTheFieldThatHoldsTheList() {
        int list = add(
                ROOTS,
                field(Edge.Kind.STATIC_FIELD, "com.acme.Registry", "LISTENERS"),
                "java.util.ArrayList",
                1,
                1,
                24);
        int array = add(list, platform("java.util.ArrayList", "elementData"), "[Ljava.lang.Object;", 1, 1, 4_000);
        int listener = add(array, slot(), "com.acme.Listener", 100, 1_100, 48);
        add(listener, field(Edge.Kind.FIELD, "com.acme.Listener", "buffer"), "[B", 100, 1_100, 1_000);

        List<GrowingPath> paths = PathGrowth.of(tree());

        assertThat(paths).hasSize(1);
        assertThat(paths.get(0).holder().orElseThrow().name()).isEqualTo("LISTENERS");
        assertThat(paths.get(0).element()).isEqualTo("com.acme.Listener");
        assertThat(paths.get(0).instancesPerOperation()).isEqualTo(1, within(1e-9));
        assertThat(paths.get(0).shallowBytes()).isEqualTo(48, within(1e-9));
        assertThat(paths.get(0).retainedBytes()).isEqualTo(1_048, within(1e-9));
        assertThat(paths.get(0).shareOfGrowth()).isEqualTo(1, within(1e-9));
    }

    @Test
    void of_operationWrappedByTheChecker_beginsAtTheUsersObject() {
        int lambda = add(
                ROOTS,
                new Edge(Edge.Kind.WORKLOAD, "", "", true),
                "org.evenkeel.leakcheck.InProcessCheck$$Lambda",
                1,
                1,
                16);
        int handle = add(
                lambda,
                field(Edge.Kind.FIELD, "org.evenkeel.leakcheck.InProcessCheck$$Lambda", "arg$1"),
                "java.lang.invoke.BoundMethodHandle$Species_LL",
                1,
                1,
                16);
        int test = add(
                handle,
                platform("java.lang.invoke.BoundMethodHandle$Species_LL", "argL1"),
                "com.acme.OrdersTest",
                1,
                1,
                16);
        add(test, field(Edge.Kind.FIELD, "com.acme.OrdersTest", "orders"), "com.acme.Order", 100, 1_100, 48);

        GrowingPath path = PathGrowth.of(tree()).get(0);

        assertThat(path.steps())
                .extracting(GrowingPath.Step::type)
                .containsExactly("com.acme.OrdersTest", "com.acme.Order");
        assertThat(path.root().kind()).isEqualTo(Edge.Kind.WORKLOAD);
    }

    @Test
    void of_constantEntriesThatGrow_goesOnToWhatGrowsInThem() {
        int map = add(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Users", "BY_NAME"), "java.util.HashMap", 1, 1, 48);
        int user = add(map, platform("java.util.HashMap", "table"), "com.acme.User", 10, 11, 24);
        int history = add(user, field(Edge.Kind.FIELD, "com.acme.User", "history"), "java.util.ArrayList", 10, 11, 24);
        add(history, platform("java.util.ArrayList", "elementData"), "com.acme.Visit", 1_000, 5_000, 16);

        GrowingPath path = PathGrowth.of(tree()).get(0);

        assertThat(path.holder().orElseThrow().name()).isEqualTo("history");
        assertThat(path.element()).isEqualTo("com.acme.Visit");
    }

    @Test
    void of_arrayThatGrowsInItself_saysSo() {
        nodes.add(new PathNode(
                ROOTS,
                field(Edge.Kind.STATIC_FIELD, "com.acme.Log", "TEXT"),
                "[B",
                false,
                List.of(new ClassCount(1, 1_000), new ClassCount(1, 9_000)),
                0,
                0));

        GrowingPath path = PathGrowth.of(tree()).get(0);

        assertThat(path.instancesPerOperation()).isZero();
        assertThat(path.bytesPerOperation()).isEqualTo(8, within(1e-9));
    }

    @Test
    void of_bookkeepingOfTheJvmBesideASmallLeak_putsTheApplicationFirst() {
        add(ROOTS, platformRoot("jdk.internal.Cache", "MAP"), "java.lang.String", 10, 110, 40);
        add(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Registry", "ALL"), "com.acme.Entry", 10, 110, 16);

        assertThat(PathGrowth.of(tree()))
                .extracting(GrowingPath::element)
                .containsExactly("com.acme.Entry", "java.lang.String");
    }

    @Test
    void of_leakOfTheJdkItself_isNotHiddenByALittleGrowthOfTheApplication() {
        add(ROOTS, platformRoot("java.io.DeleteOnExitHook", "files"), "java.lang.String", 10, 1_010, 100);
        add(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Registry", "ALL"), "com.acme.Entry", 10, 210, 16);

        assertThat(PathGrowth.of(tree()).get(0).holder().orElseThrow().name()).isEqualTo("files");
    }

    @Test
    void byClass_growingPaths_countsAllThatComesAlong() {
        int entry =
                add(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Registry", "ALL"), "com.acme.Entry", 10, 110, 16);
        add(entry, field(Edge.Kind.FIELD, "com.acme.Entry", "name"), "[B", 10, 110, 64);
        add(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Registry", "FEW"), "com.acme.Other", 10, 11, 16);

        assertThat(PathGrowth.byClass(tree()))
                .containsEntry("com.acme.Entry", new ClassCount(100, 1_600))
                .containsEntry("[B", new ClassCount(100, 6_400))
                .doesNotContainKey("com.acme.Other");
    }

    @Test
    void mayExpire_timeInWhatGrows_orInWhatItHolds_isSeen() {
        int entry = add(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Store", "ALL"), "com.acme.Entry", 10, 110, 24);
        addTimed(entry, platform("com.acme.Entry", "since"), "java.lang.Long", 10, 110, 16);
        add(entry, platform("com.acme.Entry", "data"), "[B", 10, 110, 1_000);

        assertThat(PathGrowth.mayExpire(tree(), 1)).isTrue();
    }

    @Test
    void mayExpire_timeOfABucketThatHoldsMany_isSeen() {
        int bucket = addTimed(
                ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Window", "BUCKETS"), "com.acme.Bucket", 1, 3, 24);
        add(bucket, platform("com.acme.Bucket", "data"), "[B", 1_000, 3_000, 64);

        assertThat(PathGrowth.mayExpire(tree(), 1)).isTrue();
    }

    @Test
    void mayExpire_timesInAsManyObjectsBesideThem_areSeen() {
        add(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Store", "ALL"), "com.acme.Entry", 10, 110, 500);
        addTimed(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Store", "DUE"), "com.acme.Due", 10, 110, 24);

        assertThat(PathGrowth.mayExpire(tree(), 1)).isTrue();
    }

    @Test
    void mayExpire_timesInAFewOthers_orInNone_sayNothing() {
        add(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Store", "ALL"), "com.acme.Entry", 10, 110, 500);
        addTimed(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Store", "DUE"), "com.acme.Due", 1, 3, 24);

        assertThat(PathGrowth.mayExpire(tree(), 1)).isFalse();
    }

    @Test
    void mayExpire_nothingGrowsAnyMore_isSeen() {
        addTimed(ROOTS, field(Edge.Kind.STATIC_FIELD, "com.acme.Store", "ALL"), "com.acme.Entry", 110, 100, 500);

        assertThat(PathGrowth.mayExpire(tree(), 1)).isTrue();
    }

    private int addTimed(int parent, Edge edge, String type, long before, long after, long bytesEach) {
        int node = add(parent, edge, type, before, after, bytesEach);
        PathNode plain = nodes.get(node);
        nodes.set(node, new PathNode(parent, edge, type, plain.application(), plain.counts(), 0, after));
        return node;
    }

    private PathTree tree() {
        return new PathTree(List.of(500L, 1_500L), nodes);
    }

    private int add(int parent, Edge edge, String type, long before, long after, long bytesEach) {
        nodes.add(new PathNode(
                parent,
                edge,
                type,
                type.startsWith("com.acme."),
                List.of(new ClassCount(before, before * bytesEach), new ClassCount(after, after * bytesEach)),
                0,
                0));
        return nodes.size() - 1;
    }

    private static Edge field(Edge.Kind kind, String owner, String name) {
        return new Edge(kind, owner, name, true);
    }

    private static Edge platform(String owner, String name) {
        return new Edge(Edge.Kind.FIELD, owner, name, false);
    }

    private static Edge platformRoot(String owner, String name) {
        return new Edge(Edge.Kind.STATIC_FIELD, owner, name, false);
    }

    private static Edge slot() {
        return new Edge(Edge.Kind.SLOT, "", "", false);
    }
}
