package org.evenkeel.suite.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.suite.load.plan.Numbers;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.verdict.Graded;
import org.evenkeel.suite.load.verdict.LoadVerdict;

/** A run for a terminal. */
public final class LoadText {

    private static final int MOST_KINDS = 5;

    private LoadText() {}

    /** The answer, then the tables; ends with a line break. */
    public static String render(LoadVerdict verdict) {
        StringBuilder text = new StringBuilder(LoadWords.headline(verdict)).append("\n\n");
        List<List<String>> rows = rows(verdict);
        if (rows.size() > 1) {
            text.append(TextTable.render(rows, 3, 4, 5, 7, 8, 9, 10, 11));
        }
        for (PhaseResult phase : verdict.run().judged()) {
            phase.errors().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(MOST_KINDS)
                    .forEach(kind -> text.append("  ")
                            .append(phase.phase().name())
                            .append(": ")
                            .append(Numbers.plain(kind.getValue()))
                            .append(" x ")
                            .append(kind.getKey())
                            .append('\n'));
        }
        if (!verdict.grades().isEmpty()) {
            text.append('\n').append(TextTable.render(objectives(verdict), 2));
        }
        text.append('\n');
        LoadWords.driver(verdict.run()).forEach(line -> text.append(line).append('\n'));
        verdict.leak()
                .ifPresent(leak -> text.append('\n')
                        .append(org.evenkeel.leakcheck.report.TextReport.render(leak))
                        .append(LoadWords.leak(leak).replaceFirst("(?s).*(?=By the minute)", ""))
                        .append('\n'));
        verdict.run().notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
        return text.toString();
    }

    static List<List<String>> rows(LoadVerdict verdict) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "phase", "user", "task", "done", "rate", "errors", "times", "p50", "p95", "p99", "p99.9", "max"));
        for (PhaseResult phase : verdict.run().judged()) {
            for (TaskRows row : TaskRows.of(phase)) {
                List<String> cells = new ArrayList<>(List.of(
                        phase.phase().name(),
                        row.result().user(),
                        row.result().task(),
                        Numbers.plain(row.result().done()),
                        Numbers.plain(row.rate()) + "/s",
                        Numbers.plain(row.result().errors()),
                        row.kind()));
                for (double rank : TaskRows.RANKS) {
                    cells.add(Numbers.time(TaskRows.percentile(row.times(), rank)));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    static List<List<String>> objectives(LoadVerdict verdict) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("objective", "phase", "found", "limit", "grade", ""));
        for (Graded graded : verdict.grades()) {
            rows.add(List.of(
                    graded.objective().subject(),
                    graded.phase(),
                    LoadWords.show(graded),
                    graded.objective().words(),
                    graded.word(),
                    graded.note()));
        }
        return rows;
    }
}
