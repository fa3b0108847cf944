package org.evenkeel.baselines.report.history;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenkeel.baselines.samples.history.Night;
import org.evenkeel.baselines.verdict.history.Alarm;
import org.evenkeel.baselines.verdict.history.HistoryVerdict;
import org.evenkeel.baselines.verdict.history.LevelChange;

/** A history's verdict for somebody at a terminal. */
public final class HistoryText {

    private static final int COMMIT_DIGITS = 12;

    private HistoryText() {}

    /** Renders alarms, change points and what was set aside. */
    public static String render(HistoryVerdict verdict) {
        return section(
                        "alarm(s)",
                        verdict.alarms().stream().map(HistoryText::line).toList())
                + section(
                        "change point(s)",
                        verdict.changes().stream().map(HistoryText::line).toList())
                + section(
                        "benchmark(s) set aside",
                        verdict.setAside().stream()
                                .map(one -> one.identity() + ": " + one.reason())
                                .toList());
    }

    /** An alarm on one line. */
    public static String line(Alarm alarm) {
        return String.format(
                Locale.ROOT,
                "run %d: %s %s %+.1f %% (known after run %d)",
                alarm.run(),
                alarm.identity(),
                alarm.kind() == Alarm.Kind.STEP ? "is slower by" : "drifts, so far by",
                100 * alarm.relativeChange(),
                alarm.raisedInRun());
    }

    /** A change point on one line. */
    public static String line(LevelChange change) {
        String machine = change.environment().isEmpty()
                ? ""
                : change.environment().entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining("; ", "; the machine changed too: ", ""));
        return String.format(
                Locale.ROOT,
                "%s: %+.1f %% [%+.1f, %+.1f] between %s and %s%s",
                change.identity(),
                100 * change.relativeChange(),
                100 * change.interval().lower(),
                100 * change.interval().upper(),
                name(change.after()),
                name(change.before()),
                machine);
    }

    private static String name(Night night) {
        String commit = night.commit();
        return "run " + night.run()
                + (commit.isEmpty() ? "" : " (" + commit.substring(0, Math.min(COMMIT_DIGITS, commit.length())) + ")");
    }

    private static String section(String title, List<String> lines) {
        return lines.size() + " " + title + (lines.isEmpty() ? "" : ":") + "\n"
                + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
