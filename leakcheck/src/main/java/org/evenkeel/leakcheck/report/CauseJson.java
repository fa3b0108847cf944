package org.evenkeel.leakcheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.analysis.cause.AllocationSite;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.StackFrame;
import org.evenkeel.leakcheck.verdict.cause.Cause;

/** A cause as part of a result's JSON. */
final class CauseJson {

    private CauseJson() {}

    static void write(Cause cause, ObjectNode result) {
        CauseText.paragraph(cause).ifPresent(paragraph -> result.put("cause", paragraph));
        ArrayNode paths = result.putArray("paths");
        cause.paths().forEach(path -> write(path, paths.addObject()));
        ArrayNode sites = result.putArray("allocationSites");
        cause.sites().forEach(site -> write(site, sites.addObject()));
        ArrayNode resources = result.putArray("resources");
        cause.resources().forEach(resources::add);
        ArrayNode notes = result.putArray("causeNotes");
        cause.notes().forEach(notes::add);
    }

    private static void write(GrowingPath path, ObjectNode node) {
        node.put("root", CauseText.root(path.root()));
        ArrayNode texts = node.putArray("path");
        ArrayNode steps = node.putArray("steps");
        for (GrowingPath.Step step : path.steps()) {
            Edge edge = step.edge();
            if (edge.isField()) {
                texts.add(CauseText.field(edge));
            } else if (edge.isRoot()) {
                texts.add(CauseText.root(edge));
            }
            ObjectNode written = steps.addObject();
            written.put("kind", edge.kind().name());
            written.put("owner", edge.owner());
            written.put("name", edge.name());
            written.put("application", edge.application());
            written.put("type", step.type());
        }
        node.put("holder", path.holder().map(CauseText::field).orElse(""));
        node.put("class", path.element());
        node.put("growthPerOperation", path.instancesPerOperation());
        node.put("bytesPerOperation", path.bytesPerOperation());
        node.put("shallowBytes", path.shallowBytes());
        node.put("retainedBytes", path.retainedBytes());
        node.put("shareOfGrowth", path.shareOfGrowth());
        node.put("keptByOwnValue", path.keptByOwnValue());
    }

    private static void write(AllocationSite site, ObjectNode node) {
        node.put("class", site.type());
        node.put("line", site.line().map(StackFrame::toString).orElse(""));
        node.put("share", site.share());
        node.put("seenAlive", site.seenAlive());
        ArrayNode stack = node.putArray("stack");
        for (StackFrame frame : site.frames()) {
            ObjectNode written = stack.addObject();
            written.put("method", frame.method());
            written.put("line", frame.line());
        }
    }

    static Cause read(JsonNode result) {
        List<GrowingPath> paths = new ArrayList<>();
        for (JsonNode path : result.path("paths")) {
            List<GrowingPath.Step> steps = new ArrayList<>();
            for (JsonNode step : path.path("steps")) {
                steps.add(new GrowingPath.Step(
                        new Edge(
                                Edge.Kind.valueOf(step.path("kind").asText()),
                                step.path("owner").asText(),
                                step.path("name").asText(),
                                step.path("application").asBoolean()),
                        step.path("type").asText()));
            }
            paths.add(new GrowingPath(
                    steps,
                    path.path("class").asText(),
                    path.path("growthPerOperation").asDouble(),
                    path.path("bytesPerOperation").asDouble(),
                    path.path("shallowBytes").asDouble(),
                    path.path("retainedBytes").asDouble(),
                    path.path("shareOfGrowth").asDouble(),
                    path.path("keptByOwnValue").asBoolean()));
        }
        List<AllocationSite> sites = new ArrayList<>();
        for (JsonNode site : result.path("allocationSites")) {
            List<StackFrame> frames = new ArrayList<>();
            site.path("stack")
                    .forEach(frame -> frames.add(new StackFrame(
                            frame.path("method").asText(), frame.path("line").asInt())));
            sites.add(new AllocationSite(
                    site.path("class").asText(),
                    frames,
                    site.path("share").asDouble(),
                    site.path("seenAlive").asBoolean()));
        }
        return new Cause(paths, sites, texts(result.path("resources")), texts(result.path("causeNotes")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
