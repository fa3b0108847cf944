package org.evenkeel.suite.report;

import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.MarkdownReport;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.TextReport;

/** What a run of the main job found, for a pull request: what a reviewer needs first, and the rows folded away. */
public final class CheckMarkdown {

    /** Code hosts refuse a comment of more than 65,536 characters; comparison.json beside it has all rows. */
    private static final int MOST_ROWS = 150;

    private static final int MOST_PROBLEMS = 20;

    private static final int MOST_BENCHMARKS = 100;

    private CheckMarkdown() {}

    /** Renders the report; ends with a line break. */
    public static String render(CheckReport report) {
        StringBuilder text = new StringBuilder();
        text.append("**").append(line(report.headline())).append("** ");
        text.append(report.nextSteps().stream().map(CheckMarkdown::line).collect(Collectors.joining(" ")))
                .append("\n\n");
        text.append(items(report.problems()));
        List<String> undecided = report.undecided();
        if (!undecided.isEmpty()) {
            text.append("Could not be decided:\n\n").append(items(undecided));
        }
        text.append(Words.commands(report.parts().commands()));
        paragraph(text, report.tally());
        paragraph(text, "Compared with: " + report.baseline().describe());
        report.judgedPaths().ifPresent(paths -> text.append(items(paths.lines())));
        report.where().ifPresent(where -> paragraph(text, where));
        report.notJudged().forEach(what -> paragraph(text, "Not judged: " + what + "."));
        paths(text, report);
        for (LeakReport leak : report.leaks()) {
            paragraph(text, TextReport.paragraph(leak));
        }
        rows(text, report);
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String content) {
        if (!content.isEmpty()) {
            text.append(line(content)).append("\n\n");
        }
    }

    private static String items(List<String> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        String more = problems.size() > MOST_PROBLEMS
                ? "- and " + (problems.size() - MOST_PROBLEMS) + " more, in comparison.json\n"
                : "";
        return problems.stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> "- " + line(problem) + "\n")
                .collect(Collectors.joining("", "", more + "\n"));
    }

    private static void paths(StringBuilder text, CheckReport report) {
        boolean inTurn = report.baseline() instanceof BaselineUsed.InTurn;
        List<List<String>> cells;
        int lines;
        if (inTurn) {
            cells = InTurnTable.cells(report);
            lines = cells.size() - 1;
        } else {
            PathTable table = new PathTable(report);
            cells = table.cells(MOST_BENCHMARKS);
            lines = table.lines();
        }
        if (lines == 0) {
            return;
        }
        text.append(cells(cells.get(0)))
                .append(
                        inTurn
                                ? "| --- | --- | ---: | ---: | --- | --- | --- |\n"
                                : "| --- | --- | ---: | ---: | ---: | ---: | --- |\n");
        cells.stream().skip(1).limit(MOST_BENCHMARKS).forEach(line -> text.append(cells(line)));
        text.append('\n');
        if (lines > MOST_BENCHMARKS) {
            paragraph(text, "The first " + MOST_BENCHMARKS + " of " + lines + " lines.");
        }
    }

    private static String cells(List<String> cells) {
        return cells.stream().map(MarkdownReport::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static void rows(StringBuilder text, CheckReport report) {
        List<Row> rows = Words.worstFirst(report.comparison());
        if (!rows.isEmpty()) {
            List<Row> shown = rows.stream().limit(MOST_ROWS).toList();
            String count = shown.size() < rows.size()
                    ? "The worst " + shown.size() + " of " + rows.size() + " rows; comparison.json has all"
                    : "All rows, worst first";
            text.append("<details><summary>")
                    .append(count)
                    .append("</summary>\n\n")
                    .append(MarkdownReport.table(shown, report.comparison().names()))
                    .append("\n</details>\n\n");
        }
        Words.objectives(report.comparison())
                .forEach(objective -> text.append("- ").append(line(objective)).append('\n'));
        Words.notes(report.comparison())
                .forEach(note -> text.append("- ").append(line(note)).append('\n'));
    }

    /** Text of one line; a name that looks like a link does not become one. */
    private static String line(String text) {
        return MarkdownReport.sentence(text);
    }
}
