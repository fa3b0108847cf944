package org.evenkeel.suite.why.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.samples.code.SourceDiff;
import org.evenkeel.suite.profile.analysis.BlamedFrame;
import org.evenkeel.suite.why.analysis.EventBlame;
import org.evenkeel.suite.why.analysis.Explanation;

/** Explanations as a page that opens from a file. The template engine escapes every name; the page runs no script. */
public final class WhyPage {

    private static final Template TEMPLATE =
            Mustache.compiler().escapeHTML(true).compile(text("why.html"));

    private static final int MOST_FRAMES = 15;

    private WhyPage() {}

    /**
     * The whole page.
     *
     * @param title what was compared
     * @param facts lines above the explanations, such as the commit with its author's message
     */
    public static String render(String title, List<String> facts, List<Explanation> all, SourceDiff diff) {
        return TEMPLATE.execute(Map.of(
                "title",
                title,
                "facts",
                facts,
                "none",
                all.isEmpty(),
                "explanations",
                all.stream().map(one -> explanation(one, diff)).toList()));
    }

    private static Map<String, Object> explanation(Explanation why, SourceDiff diff) {
        return Map.of(
                "subject", why.subject(),
                "line", WhyText.line(why, diff),
                "missing", why.missing(),
                "events", why.events().stream().map(event -> event(event, diff)).toList());
    }

    private static Map<String, Object> event(EventBlame event, SourceDiff diff) {
        Quantity quantity =
                Quantity.of(event.event().unit(), OptionalDouble.of(Math.max(event.before(), event.after())));
        return Map.of(
                "name", event.event().written() + ": " + event.event().description(),
                "unit", quantity.unit(),
                "before", show(quantity, event.before()),
                "after", show(quantity, event.after()),
                "flameGraph", event.flameGraph(),
                "frames",
                        event.frames().stream()
                                .limit(MOST_FRAMES)
                                .map(frame -> frame(frame, quantity, diff))
                                .toList());
    }

    private static Map<String, Object> frame(BlamedFrame frame, Quantity quantity, SourceDiff diff) {
        return Map.of(
                "sure", frame.change().isSurelyAbove() || frame.change().isSurelyBelow(),
                "change",
                        (frame.change().value() > 0 ? "+" : "")
                                + show(quantity, frame.change().value()),
                "before", show(quantity, frame.before()),
                "after", show(quantity, frame.after()),
                "frame", frame.frame(),
                "edit", BlameWords.edit(frame, diff));
    }

    private static String show(Quantity quantity, double value) {
        return quantity.show(OptionalDouble.of(value));
    }

    private static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(WhyPage.class.getResourceAsStream(name), name + " is missing from the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
