package org.evenkeel.leakcheck.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.analysis.cause.AllocationSite;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.StackFrame;

/** The parts of a cause as they stand in {@code leakcheck.json}. */
final class CauseDocument {

    private CauseDocument() {}

    /**
     * A way from a root to what grows.
     *
     * @param path the root and the fields on it, for people
     * @param steps all of it
     */
    record HeldBy(
            String root,
            List<String> path,
            @JsonProperty(required = true) List<Step> steps,
            String holder,
            @JsonProperty(value = "class", required = true) String element,
            double growthPerOperation,
            double bytesPerOperation,
            double shallowBytes,
            double retainedBytes,
            double shareOfGrowth,
            boolean keptByOwnValue) {

        static HeldBy of(GrowingPath path) {
            List<String> texts = new ArrayList<>();
            for (GrowingPath.Step step : path.steps()) {
                if (step.edge().isField()) {
                    texts.add(CauseText.field(step.edge()));
                } else if (step.edge().isRoot()) {
                    texts.add(CauseText.root(step.edge()));
                }
            }
            return new HeldBy(
                    CauseText.root(path.root()),
                    texts,
                    path.steps().stream().map(Step::of).toList(),
                    path.holder().map(CauseText::field).orElse(""),
                    path.element(),
                    path.instancesPerOperation(),
                    path.bytesPerOperation(),
                    path.shallowBytes(),
                    path.retainedBytes(),
                    path.shareOfGrowth(),
                    path.keptByOwnValue());
        }

        GrowingPath growingPath() {
            return new GrowingPath(
                    steps.stream().map(Step::step).toList(),
                    element,
                    growthPerOperation,
                    bytesPerOperation,
                    shallowBytes,
                    retainedBytes,
                    shareOfGrowth,
                    keptByOwnValue);
        }
    }

    /** One step of such a way. */
    record Step(
            @JsonProperty(required = true) Edge.Kind kind,
            @JsonProperty(required = true) String owner,
            @JsonProperty(required = true) String name,
            boolean application,
            @JsonProperty(required = true) String type) {

        private static Step of(GrowingPath.Step step) {
            Edge edge = step.edge();
            return new Step(edge.kind(), edge.owner(), edge.name(), edge.application(), step.type());
        }

        private GrowingPath.Step step() {
            return new GrowingPath.Step(new Edge(kind, owner, name, application), type);
        }
    }

    /**
     * A line that allocates what stays.
     *
     * @param line the one to look at, for people
     * @param stack all of it
     */
    record AllocatedBy(
            @JsonProperty(value = "class", required = true) String type,
            String line,
            double share,
            boolean seenAlive,
            @JsonProperty(required = true) List<Frame> stack) {

        static AllocatedBy of(AllocationSite site) {
            return new AllocatedBy(
                    site.type(),
                    site.line().map(StackFrame::toString).orElse(""),
                    site.share(),
                    site.seenAlive(),
                    site.frames().stream()
                            .map(frame -> new Frame(frame.method(), frame.line()))
                            .toList());
        }

        AllocationSite site() {
            return new AllocationSite(
                    type,
                    stack.stream()
                            .map(frame -> new StackFrame(frame.method, frame.line))
                            .toList(),
                    share,
                    seenAlive);
        }
    }

    /** A line of code. */
    record Frame(@JsonProperty(required = true) String method, int line) {}
}
