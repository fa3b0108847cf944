package org.evenkeel.compare.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.kernel.PlainText;

/** A table in plain text, with two spaces between its columns. */
public final class TextTable {

    /** One name of ten thousand characters would pad every other row. */
    private static final int MOST = 160;

    private static final int MOST_AT_THE_END = 600;

    private TextTable() {}

    /**
     * Renders rows of cells, all of one length.
     *
     * @param numbers the columns, from 0, that are set flush right
     */
    public static String render(List<List<String>> table, int... numbers) {
        List<List<String>> rows = table.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column ->
                                PlainText.line(row.get(column), column == row.size() - 1 ? MOST_AT_THE_END : MOST))
                        .toList())
                .toList();
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                int current = column;
                String padding = " ".repeat(widths[column] - row.get(column).length());
                boolean number = Arrays.stream(numbers).anyMatch(one -> one == current);
                line.append(number ? padding + row.get(column) : row.get(column) + padding)
                        .append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
