package org.evenkeel.suite.report;

import java.util.List;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.verdict.ObjectiveResult;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.TextReport;

/** What a run of the main job found, on one screen of a terminal. */
public final class CheckSummary {

    private static final int MOST_PROBLEMS = 12;
    private static final int MOST_OPEN = 6;

    private CheckSummary() {}

    /** Renders the report; ends with a line break. */
    public static String render(CheckReport report) {
        StringBuilder text = new StringBuilder();
        text.append(table(report));
        for (LeakReport leak : report.leaks()) {
            text.append(TextReport.paragraph(leak)).append('\n');
        }
        text.append('\n')
                .append("Compared with: ")
                .append(report.baseline().describe())
                .append('\n');
        report.judgedPaths()
                .ifPresent(paths -> paths.lines()
                        .forEach(line -> text.append("  ").append(line).append('\n')));
        long met = report.comparison().objectives().stream()
                .filter(ObjectiveResult::met)
                .count();
        if (!report.comparison().objectives().isEmpty()) {
            text.append("Objectives met: ")
                    .append(met)
                    .append(" of ")
                    .append(report.comparison().objectives().size())
                    .append('\n');
        }
        List<String> problems = report.problems();
        problems.stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> text.append("  ! ").append(problem).append('\n'));
        if (problems.size() > MOST_PROBLEMS) {
            text.append("  ! and ").append(problems.size() - MOST_PROBLEMS).append(" more, in the report\n");
        }
        List<String> open = report.undecided();
        open.stream()
                .limit(MOST_OPEN)
                .forEach(what -> text.append("  ? open: ").append(what).append('\n'));
        if (open.size() > MOST_OPEN) {
            text.append("  ? and ").append(open.size() - MOST_OPEN).append(" more, in the report\n");
        }
        if (report.baseline() instanceof BaselineUsed.Same || report.baseline() instanceof BaselineUsed.InTurn) {
            report.notJudged()
                    .forEach(
                            what -> text.append("  ? not judged: ").append(what).append('\n'));
        }
        return text.append(report.headline()).append('\n').toString();
    }

    /** What was measured of each path; nothing where all run the same code. */
    private static String table(CheckReport report) {
        if (report.baseline() instanceof BaselineUsed.InTurn) {
            List<List<String>> cells = InTurnTable.cells(report);
            return cells.size() > 1 ? TextTable.render(cells, 2, 3) + '\n' : "";
        }
        return PathTable.text(report) + '\n';
    }
}
