package org.evenkeel.suite.why.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.samples.code.SourceDiff;
import org.evenkeel.suite.profile.analysis.BlamedFrame;
import org.evenkeel.suite.why.analysis.EventBlame;
import org.evenkeel.suite.why.analysis.Explanation;

/** Explanations for programs. */
public final class WhyJson {

    /** A program that wants more than this reads the flame graph's collapsed stacks. */
    private static final int MOST_FRAMES = 50;

    private WhyJson() {}

    /** All of them as one document. */
    public static String render(List<Explanation> all, SourceDiff diff) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("schemaVersion", 1);
        ArrayNode explanations = document.putArray("explanations");
        all.forEach(one -> add(explanations.addObject(), one, diff));
        return document.toPrettyString() + "\n";
    }

    private static void add(ObjectNode json, Explanation why, SourceDiff diff) {
        json.put("benchmark", why.subject()).put("what", why.what()).put("text", WhyText.line(why, diff));
        why.guilty().ifPresent(frame -> json.put("frame", frame.frame()));
        ArrayNode events = json.putArray("events");
        for (EventBlame event : why.events()) {
            ObjectNode one = events.addObject();
            one.put("event", event.event().written())
                    .put("unit", event.event().unit())
                    .put("before", Quantity.stable(event.before()))
                    .put("after", Quantity.stable(event.after()))
                    .put("flameGraph", event.flameGraph());
            ArrayNode frames = one.putArray("frames");
            event.frames().stream().limit(MOST_FRAMES).forEach(frame -> add(frames.addObject(), frame, diff));
        }
        ArrayNode missing = json.putArray("missing");
        why.missing().forEach(missing::add);
    }

    private static void add(ObjectNode json, BlamedFrame frame, SourceDiff diff) {
        json.put("frame", frame.frame())
                .put("before", Quantity.stable(frame.before()))
                .put("after", Quantity.stable(frame.after()))
                .put("change", Quantity.stable(frame.change().value()));
        frame.change()
                .interval()
                .ifPresent(bounds -> json.put("lower", Quantity.stable(bounds.lower()))
                        .put("upper", Quantity.stable(bounds.upper())));
        frame.touched().ifPresent(method -> {
            json.put("edit", method.kind().name().toLowerCase(Locale.ROOT)).put("source", method.sourcePath());
            method.lineIn(diff).ifPresent(line -> json.put("line", line));
        });
    }
}
