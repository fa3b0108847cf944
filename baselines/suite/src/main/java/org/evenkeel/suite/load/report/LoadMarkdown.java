package org.evenkeel.suite.load.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.suite.load.verdict.LoadVerdict;

/** Runs for a pull request. */
public final class LoadMarkdown {

    private LoadMarkdown() {}

    /** One section for each. */
    public static String render(List<LoadVerdict> verdicts) {
        StringBuilder text = new StringBuilder();
        for (LoadVerdict verdict : verdicts) {
            text.append("### ").append(cell(LoadWords.headline(verdict))).append("\n\n");
            table(text, LoadText.rows(verdict));
            if (!verdict.grades().isEmpty()) {
                table(text, LoadText.objectives(verdict));
            }
            LoadWords.driver(verdict.run())
                    .forEach(line -> text.append("- ").append(cell(line)).append('\n'));
            verdict.leak()
                    .ifPresent(leak ->
                            text.append("- ").append(cell(LoadWords.leak(leak))).append('\n'));
            verdict.run()
                    .notes()
                    .forEach(note -> text.append("- ").append(cell(note)).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private static void table(StringBuilder text, List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            text.append(rows.get(i).stream().map(LoadMarkdown::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
            if (i == 0) {
                text.append("|")
                        .append(String.join("", Collections.nCopies(rows.get(0).size(), " --- |")))
                        .append('\n');
            }
        }
        text.append('\n');
    }

    private static String cell(String text) {
        return PlainText.line(text)
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*");
    }
}
