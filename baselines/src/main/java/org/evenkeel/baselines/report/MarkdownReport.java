package org.evenkeel.baselines.report;

import java.util.List;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.baselines.verdict.Row;

/** The same table for a pull request. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** Renders all rows. */
    public static String render(Comparison comparison) {
        StringBuilder text = new StringBuilder("**" + Words.summary(comparison) + "**\n\n");
        text.append(table(Words.worstFirst(comparison)));
        text.append('\n');
        Words.objectives(comparison)
                .forEach(objective ->
                        text.append("- ").append(escaped(objective)).append('\n'));
        Words.notes(comparison).forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }

    /** A table of rows in the order given; ends with a line break. */
    static String table(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        text.append("| benchmark | metric | unit | base | current | change | verdict | why |\n");
        text.append("| --- | --- | --- | ---: | ---: | --- | --- | --- |\n");
        for (Row row : rows) {
            Quantity quantity = Quantity.of(row.metric().unit(), row.base(), row.current());
            text.append("| ")
                    .append(String.join(
                            " | ",
                            List.of(
                                    code(row.identity().label()),
                                    row.metric().name(),
                                    quantity.unit(),
                                    quantity.show(row.base()),
                                    quantity.show(row.current()),
                                    Words.change(row),
                                    Words.verdict(row),
                                    escaped(Words.why(row)))))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String code(String text) {
        return "`" + escaped(text.replace('`', '\'')) + "`";
    }

    /** Text that stays text in a cell: no markup, no column, no line of its own. */
    static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
    }
}
