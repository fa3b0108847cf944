package org.evenkeel.compare.report;

import java.util.ArrayList;
import java.util.List;
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
        List<List<String>> rows = table.stream().map(TextTable::shown).toList();
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        boolean[] isNumber = new boolean[widths.length];
        for (int number : numbers) {
            isNumber[number] = true;
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                String padding = " ".repeat(widths[column] - row.get(column).length());
                text.append(isNumber[column] ? padding : row.get(column))
                        .append(isNumber[column] ? row.get(column) : padding)
                        .append("  ");
            }
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            text.setLength(end);
            text.append('\n');
        }
        return text.toString();
    }

    private static List<String> shown(List<String> row) {
        List<String> cells = new ArrayList<>(row.size());
        for (String cell : row) {
            cells.add(PlainText.line(cell, cells.size() == row.size() - 1 ? MOST_AT_THE_END : MOST));
        }
        return cells;
    }
}
