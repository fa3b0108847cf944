package org.evenkeel.suite.why.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.samples.code.SourceDiff;
import org.evenkeel.suite.profile.analysis.BlamedFrame;
import org.evenkeel.suite.why.analysis.EventBlame;
import org.evenkeel.suite.why.analysis.Explanation;

/** An explanation as text: the frame to blame in one line, then a table for each event. */
public final class WhyText {

    private WhyText() {}

    /**
     * The explanation in one line.
     *
     * @param diff of the sources; none where only jars were compared
     */
    public static String line(Explanation why, SourceDiff diff) {
        String subject = why.subject() + ": " + why.what();
        return why.guilty()
                .map(frame -> {
                    String edit = BlameWords.edit(frame, diff);
                    return subject + ": " + BlameWords.shortName(frame.frame()) + " "
                            + BlameWords.change(why.primary().orElseThrow().event(), frame)
                            + (edit.isEmpty() ? ", its own code is the same" : ", " + edit);
                })
                .orElse(subject + ": no frame got more expensive"
                        + (why.events().isEmpty() ? ", as nothing could be sampled" : ""));
    }

    /**
     * The line, and what is behind it.
     *
     * @param top most rows of a table
     */
    public static String render(Explanation why, SourceDiff diff, int top) {
        StringBuilder text = new StringBuilder(line(why, diff)).append('\n');
        for (EventBlame event : why.events()) {
            text.append('\n').append(table(event, diff, top));
        }
        why.missing().forEach(reason -> text.append(reason).append('\n'));
        return text.toString();
    }

    private static String table(EventBlame event, SourceDiff diff, int top) {
        Quantity quantity =
                Quantity.of(event.event().unit(), OptionalDouble.of(Math.max(event.before(), event.after())));
        StringBuilder text = new StringBuilder(event.event().written() + ": "
                + event.event().description() + ", " + show(quantity, event.before()) + " -> "
                + show(quantity, event.after()) + " " + quantity.unit() + "\n");
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "change " + quantity.unit(), "95 % interval", "before", "after", "frame", "its code"));
        for (BlamedFrame frame : event.frames().stream().limit(top).toList()) {
            table.add(List.of(
                    frame.change().isSurelyAbove() || frame.change().isSurelyBelow() ? "*" : "",
                    (frame.change().value() > 0 ? "+" : "")
                            + show(quantity, frame.change().value()),
                    frame.change()
                            .interval()
                            .map(bounds ->
                                    "[" + show(quantity, bounds.lower()) + ", " + show(quantity, bounds.upper()) + "]")
                            .orElse(""),
                    show(quantity, frame.before()),
                    show(quantity, frame.after()),
                    BlameWords.shortName(frame.frame()),
                    BlameWords.edit(frame, diff)));
        }
        return text.append(TextTable.render(table, 1, 2, 3, 4))
                .append("Differential flame graph: ")
                .append(event.flameGraph())
                .append('\n')
                .toString();
    }

    private static String show(Quantity quantity, double value) {
        return quantity.show(OptionalDouble.of(value));
    }
}
