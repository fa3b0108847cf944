package org.evenkeel.leakcheck.verdict.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.kernel.Interval;
import org.evenkeel.leakcheck.analysis.GrowthModel;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.PathNode;
import org.evenkeel.leakcheck.samples.heap.PathTree;
import org.evenkeel.leakcheck.verdict.GrowthRate;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakFinding;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;
import org.junit.jupiter.api.Test;

/** A cause that contradicts the rate is none. */
class ContradictionTest {

    private static final int OPERATIONS = 1_000;

    @Test
    void of_pathThatGrowsTenTimesAsMuchAsTheHeap_isNotShown_andThatIsSaid() {
        Cause cause = cause(3_000, 30_000);

        assertThat(cause.paths()).isEmpty();
        assertThat(cause.notes()).singleElement().asString().contains("far more");
    }

    @Test
    void of_pathThatGrowsAsTheHeapDoes_isTheCause() {
        Cause cause = cause(3_000, 3_100);

        assertThat(cause.paths()).hasSize(1);
        assertThat(cause.notes()).isEmpty();
    }

    private static Cause cause(double bytesPerOperation, long pathBytesPerOperation) {
        PathNode roots = new PathNode(
                -1,
                new Edge(Edge.Kind.VIRTUAL_MACHINE, "", "", false),
                "",
                false,
                List.of(ClassCount.NONE, ClassCount.NONE),
                0,
                0);
        PathNode arrays = new PathNode(
                0,
                new Edge(Edge.Kind.STATIC_FIELD, "com.acme.Proxy", "CACHE", true),
                "[B",
                false,
                List.of(new ClassCount(10, 0), new ClassCount(10 + OPERATIONS, OPERATIONS * pathBytesPerOperation)),
                0,
                0);
        CauseMaterial material = new CauseMaterial(
                Optional.of(new PathTree(List.of(0L, (long) OPERATIONS), List.of(roots, arrays))),
                List.of(),
                List.of(),
                List.of());
        LeakEvidence evidence = new LeakEvidence(
                Optional.of(new GrowthRate(
                        bytesPerOperation, new Interval(0.9 * bytesPerOperation, 1.1 * bytesPerOperation, 0.99))),
                List.of(new SignalFinding(
                        Signal.HEAP,
                        new LeakFinding(Tendency.GROWING, "grew"),
                        OptionalDouble.of(bytesPerOperation),
                        Optional.of(GrowthModel.LINEAR))),
                OptionalDouble.empty());
        return Cause.of(material, evidence);
    }
}
