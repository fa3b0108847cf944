package org.evenkeel.suite.profile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.report.Words;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.analysis.FrameChange;

/** What a change did to frames, as text. */
public final class ChangesText {

    private ChangesText() {}

    /**
     * The frames that got more expensive, then those that got cheaper.
     *
     * @param top most rows of each
     */
    public static String render(ProfileEvent event, List<FrameChange> changes, int top) {
        double before = changes.stream().mapToDouble(FrameChange::before).sum();
        double after = changes.stream().mapToDouble(FrameChange::after).sum();
        Quantity quantity = Quantity.of(event.unit(), OptionalDouble.of(Math.max(before, after)));
        StringBuilder text = new StringBuilder();
        text.append(event.written() + ": " + event.description() + ", "
                + ProfileText.show(quantity, before) + " -> " + ProfileText.show(quantity, after) + " "
                + quantity.unit() + "\n");
        List<FrameChange> worse = changes.stream()
                .filter(change -> change.change().value() > 0)
                .limit(top)
                .toList();
        List<FrameChange> better = new ArrayList<>(changes);
        java.util.Collections.reverse(better);
        better.removeIf(change -> change.change().value() >= 0);
        table(text, "Frames that got more expensive", worse, quantity, before);
        table(text, "Frames that got cheaper", better.subList(0, Math.min(top, better.size())), quantity, before);
        long out = changes.stream().filter(change -> change.standsOut(before)).count();
        return text.append("* marks the ")
                .append(out)
                .append(" of ")
                .append(changes.size())
                .append(" frames whose interval leaves \"no change\" out and whose change is at least ")
                .append(Words.share(FrameChange.WORTH_NAMING))
                .append(" of the whole; each interval holds at 95 % by itself, not all together.\n")
                .toString();
    }

    private static void table(
            StringBuilder text, String title, List<FrameChange> rows, Quantity quantity, double before) {
        if (rows.isEmpty()) {
            return;
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "change " + quantity.unit(), "95 % interval", "before", "after", "frame"));
        for (FrameChange row : rows) {
            table.add(List.of(
                    row.standsOut(before) ? "*" : "",
                    (row.change().value() > 0 ? "+" : "")
                            + ProfileText.show(quantity, row.change().value()),
                    ProfileText.interval(quantity, row.change()),
                    ProfileText.show(quantity, row.before()),
                    ProfileText.show(quantity, row.after()),
                    row.frame()));
        }
        text.append(title).append(":\n").append(TextTable.render(table, 1, 2, 3, 4));
    }
}
