package org.evenkeel.suite.nightly.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.nightly.verdict.LevelChange;
import org.evenkeel.suite.nightly.verdict.SetAside;

/** What a night found, as Markdown that is read as text as well. */
public final class NightText {

    private static final int COLUMNS = 100;

    private NightText() {}

    /**
     * A night.
     *
     * @param history with this night in it, if it could be stored
     * @param verdict on the history
     * @param alarms that this night raised
     * @param causes what stands behind alarms, in words that go on after them; those that nobody searched are left out
     * @param problems what is wrong and needs no history to be: leaks, broken invariants, crashes, missed objectives
     * @param mishaps what went wrong with the history itself
     * @param notJudged what was measured, or should have been, and was not judged
     */
    public record Night(
            History history,
            HistoryVerdict verdict,
            List<Alarm> alarms,
            Map<Identity, String> causes,
            List<String> problems,
            List<String> mishaps,
            List<String> notJudged) {
        public Night {
            alarms = List.copyOf(alarms);
            causes = Map.copyOf(causes);
            problems = List.copyOf(problems);
            mishaps = List.copyOf(mishaps);
            notJudged = List.copyOf(notJudged);
        }

        /** A night of which nobody searched the causes. */
        public Night(
                History history,
                HistoryVerdict verdict,
                List<Alarm> alarms,
                List<String> problems,
                List<String> mishaps,
                List<String> notJudged) {
            this(history, verdict, alarms, Map.of(), problems, mishaps, notJudged);
        }

        private String line(Alarm alarm) {
            return HistoryText.line(alarm, verdict.names()) + causes.getOrDefault(alarm.identity(), "");
        }

        private List<SetAside> young() {
            return verdict.setAside().stream()
                    .filter(one -> one.why() == SetAside.Why.YOUNG)
                    .toList();
        }

        private boolean isUnjudged() {
            return young().size() == history.lives().size();
        }
    }

    /** Renders it: first what is wrong, then what may explain it, then what was not judged. */
    public static String render(Night night) {
        StringBuilder text = new StringBuilder("# Nightly\n\n");
        text.append(past(night)).append('\n').append(findings(night)).append('\n');
        section(text, "Worse", night.alarms().stream().map(night::line).toList());
        section(text, "Wrong", night.problems());
        section(
                text,
                "Level changes of the last two weeks",
                night.verdict().changes().stream()
                        .filter(change -> isRecent(night.history(), change))
                        .map(change -> HistoryText.line(change, night.verdict().names()))
                        .toList());
        section(text, "What happened", night.mishaps());
        section(text, "Not judged", night.notJudged());
        section(text, "Too noisy or too new to be judged", notJudgedYet(night));
        section(
                text,
                "No longer measured",
                HistoryText.oldGone(night.verdict()).stream().toList());
        for (Life life : night.history().lives()) {
            if (night.alarms().stream().anyMatch(alarm -> alarm.identity().equals(life.identity()))) {
                text.append("\n```\n")
                        .append(LifeChart.render(night.history(), life, night.verdict(), COLUMNS))
                        .append("```\n");
            }
        }
        return text.toString();
    }

    private static String past(Night night) {
        int nights = night.history().nights().size();
        if (nights == 0) {
            return "The history holds no night of this machine yet.";
        }
        String held = "The history of this machine: " + Words.counted(nights, "night") + ", "
                + night.history().lives().size() + " series.";
        return night.isUnjudged()
                ? held + " That is too few to judge by: a series is judged from its " + SetAside.NIGHTS_NEEDED
                        + "th night on."
                : held;
    }

    private static String findings(Night night) {
        int found = night.alarms().size() + night.problems().size();
        if (found > 0) {
            return Words.counted(found, "finding") + '.';
        }
        return night.isUnjudged() ? "Nothing is wrong, as far as that shows without a history." : "Nothing got worse.";
    }

    private static List<String> notJudgedYet(Night night) {
        List<SetAside> young = night.young();
        Stream<String> others = night.verdict().setAside().stream()
                .filter(one -> one.why() == SetAside.Why.NOISY)
                .map(one -> HistoryText.name(one.identity(), night.verdict().names()) + ": " + one.reason());
        // A suite has hundreds of series, and what is new needs no explanation for each.
        Stream<String> first = young.isEmpty() || night.isUnjudged()
                ? Stream.empty()
                : Stream.of(young.size() + " series with too few nights to be judged, such as "
                        + HistoryText.name(
                                young.get(0).identity(), night.verdict().names()) + ": "
                        + young.get(0).reason());
        return Stream.concat(first, others).toList();
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
