package org.evenkeel.compare.report;

import java.util.List;
import java.util.regex.Pattern;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.PlainText;

/** The same table for a pull request. */
public final class MarkdownReport {

    /** What could become more than text in Markdown, as code hosts read it. */
    private static final Pattern MARKUP = Pattern.compile("[\\[\\]<>`*@\\\\]|://|www\\.|(?<![\\w&])#\\d");

    private static final int MOST_OF_A_CELL = 600;

    private MarkdownReport() {}

    /** Renders all rows. */
    public static String render(Comparison comparison) {
        StringBuilder text = new StringBuilder("**" + sentence(Words.outcome(comparison)) + ".**");
        ClaimWords.of(comparison).forEach(claim -> text.append(' ').append(sentence(claim)));
        text.append("\n\n");
        text.append(table(Words.worstFirst(comparison), comparison.names()));
        text.append('\n');
        Words.objectives(comparison)
                .forEach(objective ->
                        text.append("- ").append(sentence(objective)).append('\n'));
        Words.notes(comparison)
                .forEach(note -> text.append("- ").append(sentence(note)).append('\n'));
        return text.toString();
    }

    /** A table of rows in the order given; ends with a line break. */
    public static String table(List<Row> rows, BenchmarkNames names) {
        StringBuilder text = new StringBuilder();
        text.append("| benchmark | metric | unit | base | current | change | verdict | why |\n");
        text.append("| --- | --- | --- | ---: | ---: | --- | --- | --- |\n");
        for (Row row : rows) {
            Quantity quantity = Quantity.of(row.metric().unit(), row.base(), row.current());
            text.append("| ")
                    .append(String.join(
                            " | ",
                            List.of(
                                    code(names.label(row.identity())).replace("|", "\\|"),
                                    escaped(row.metric().name()),
                                    escaped(quantity.unit()),
                                    quantity.show(row.base()),
                                    quantity.show(row.current()),
                                    Words.change(row),
                                    Words.verdict(row),
                                    escaped(Words.why(row)))))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String code(String line) {
        // Some readers of Markdown run markup in code, and others show an entity as it is written, so brackets of a tag
        // become those of a
        // quotation, which are like them.
        String inert =
                line.indexOf('<') < 0 ? line : line.replace('<', '\u2039').replace('>', '\u203a');
        return "`" + inert.replace('`', '\'') + "`";
    }

    /** Text that stays text in a cell: no markup, no column, no line of its own. */
    public static String escaped(String text) {
        return inert(PlainText.line(text, MOST_OF_A_CELL)).replace("|", "\\|");
    }

    /** Text that stays text in a paragraph or a list. */
    public static String sentence(String text) {
        return inert(PlainText.line(text, PlainText.MOST_CHARACTERS));
    }

    private static String inert(String line) {
        // Nothing is a link, an image, a mention or markup in a piece of code.
        return MARKUP.matcher(line).find() ? code(line) : line;
    }
}
