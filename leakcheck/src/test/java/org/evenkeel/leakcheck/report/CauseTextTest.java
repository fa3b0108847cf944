package org.evenkeel.leakcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenkeel.leakcheck.analysis.cause.AllocationSite;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.StackFrame;
import org.evenkeel.leakcheck.verdict.cause.Cause;
import org.junit.jupiter.api.Test;

class CauseTextTest {

    private static final GrowingPath PATH = new GrowingPath(
            List.of(
                    new GrowingPath.Step(
                            new Edge(Edge.Kind.STATIC_FIELD, "com.acme.Registry", "LISTENERS", true),
                            "java.util.ArrayList"),
                    new GrowingPath.Step(
                            new Edge(Edge.Kind.FIELD, "java.util.ArrayList", "elementData", false),
                            "[Ljava.lang.Object;"),
                    new GrowingPath.Step(new Edge(Edge.Kind.SLOT, "", "", false), "com.acme.Listener")),
            "com.acme.Listener",
            1,
            1_228.8,
            48,
            1_228.8,
            0.96,
            false);
    private static final AllocationSite SITE = new AllocationSite(
            "com.acme.Listener",
            List.of(new StackFrame("com.acme.Registry.add", 42), new StackFrame("com.acme.Server.accept", 7)),
            0.96,
            true);
    private static final Cause CAUSE =
            new Cause(List.of(PATH), List.of(SITE), List.of("descriptor 9: /tmp/orders"), List.of("A note."));

    @Test
    void render_pathAndSite_isAParagraphThenThePathThenTheStack() {
        assertThat(CauseText.render(CAUSE)).isEqualTo("""

                What grows is held by static com.acme.Registry.LISTENERS: 1.00 Listener per operation, 48.0 B shallow, \
                1.20 KiB retained, 96 % of the growth. Allocated at com.acme.Registry.add(Registry.java:42), 96 % of the growth.

                held by  static com.acme.Registry.LISTENERS -> ArrayList.elementData -> 1.00 Listener per operation, \
                48.0 B shallow, 1.20 KiB retained

                allocated at com.acme.Registry.add(Registry.java:42), 96 % of the growth: Listener
                    at com.acme.Registry.add(Registry.java:42)
                    at com.acme.Server.accept(Server.java:7)

                new: descriptor 9: /tmp/orders

                Note: A note.
                """);
    }

    @Test
    void render_noCause_isEmpty() {
        assertThat(CauseText.render(Cause.NONE)).isEmpty();
    }

    @Test
    void fromJson_aCauseThatWasWritten_isTheSame() {
        LeakReport report = Examples.growing();
        LeakReport withCause = new LeakReport(report.workload(), report.verdict(), report.recording(), 1, CAUSE);

        assertThat(LeakReports.fromJson(LeakReports.toJson(List.of(withCause)))
                        .get(0)
                        .cause())
                .isEqualTo(CAUSE);
    }

    @Test
    void simple_arrays_areWrittenAsInSourceCode() {
        assertThat(CauseText.simple("[[B")).isEqualTo("byte[][]");
        assertThat(CauseText.simple("[Lcom.acme.Order;")).isEqualTo("Order[]");
    }
}
