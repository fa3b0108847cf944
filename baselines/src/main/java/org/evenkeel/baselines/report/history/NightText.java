package org.evenkeel.baselines.report.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenkeel.baselines.report.parts.HistoryLine;
import org.evenkeel.baselines.samples.history.History;
import org.evenkeel.baselines.samples.history.Life;
import org.evenkeel.baselines.verdict.history.Alarm;
import org.evenkeel.baselines.verdict.history.HistoryVerdict;
import org.evenkeel.baselines.verdict.history.LevelChange;

/** What a night found, as Markdown that is read as text as well. */
public final class NightText {

    private static final int COLUMNS = 100;

    private NightText() {}

    /**
     * A night.
     *
     * @param tonight the numbers of its runs
     * @param notes what went wrong or was not judged
     * @param problems what is wrong and needs no history to be: leaks, broken invariants, missed objectives
     */
    public record Night(
            History history, HistoryVerdict verdict, Set<Integer> tonight, List<String> notes, List<String> problems) {
        public Night {
            tonight = Set.copyOf(tonight);
            notes = List.copyOf(notes);
            problems = List.copyOf(problems);
        }
    }

    /** Renders it: first what is wrong, then what may explain it, then what was not judged. */
    public static String render(Night night) {
        StringBuilder text = new StringBuilder("# Nightly\n\n");
        List<Alarm> alarms = night.verdict().alarms().stream()
                .filter(alarm -> night.tonight().contains(alarm.raisedInRun()))
                .toList();
        text.append(night.history().nights().size())
                .append(" nights of ")
                .append(night.history().lives().size())
                .append(" series. ")
                .append(
                        alarms.isEmpty() && night.problems().isEmpty()
                                ? "Nothing got worse.\n"
                                : alarms.size() + night.problems().size() + " finding(s).\n");
        section(text, "Worse", alarms.stream().map(HistoryText::line).toList());
        section(text, "Wrong", night.problems());
        section(
                text,
                "Level changes of the last two weeks",
                night.verdict().changes().stream()
                        .filter(change -> isRecent(night.history(), change))
                        .map(HistoryText::line)
                        .toList());
        section(text, "What happened", night.notes());
        section(
                text,
                "Set aside",
                night.verdict().setAside().stream()
                        .map(one -> one.identity() + ": " + one.reason())
                        .toList());
        for (Life life : night.history().lives()) {
            if (alarms.stream().anyMatch(alarm -> alarm.identity().equals(life.identity()))) {
                text.append("\n```\n")
                        .append(LifeChart.render(night.history(), life, night.verdict(), COLUMNS))
                        .append("```\n");
            }
        }
        return text.toString();
    }

    /** The lives of all benchmarks that changed, for the page. */
    public static List<HistoryLine> lines(History history, HistoryVerdict verdict) {
        List<HistoryLine> lines = new ArrayList<>();
        for (Life life : history.lives()) {
            List<HistoryLine.Shift> shifts = new ArrayList<>();
            List<HistoryLine.Point> points = new ArrayList<>();
            for (Life.Point point : life.points()) {
                var night = history.nights().get(point.night());
                for (LevelChange change : verdict.changes()) {
                    if (change.identity().equals(life.identity())
                            && change.before().run() == night.run()
                            && !points.isEmpty()) {
                        shifts.add(new HistoryLine.Shift(points.size(), change.relativeChange()));
                    }
                }
                points.add(new HistoryLine.Point(
                        Instant.ofEpochMilli(night.epochMillis()), night.commit(), point.value()));
            }
            lines.add(new HistoryLine(
                    life.identity().label(), life.metric().name(), life.metric().unit(), points, shifts));
        }
        return lines;
    }

    private static boolean isRecent(History history, LevelChange change) {
        int nights = history.nights().size();
        return nights > 0
                && change.before().run()
                        >= history.nights().get(Math.max(0, nights - 14)).run();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
        }
    }
}
