package org.evenkeel.compare.report;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Row;

/** A table for a terminal: one row per metric, one unit per row, worst first, and the whole in one line at the end. */
public final class ConsoleReport {

    private ConsoleReport() {}

    /** Renders all rows. */
    public static String render(Comparison comparison) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("benchmark", "metric", "unit", "base", "current", "change", "verdict", "why"));
        BenchmarkNames names = comparison.names();
        for (Row row : Words.worstFirst(comparison)) {
            Quantity quantity = Quantity.of(row.metric().unit(), row.base(), row.current());
            cells.add(List.of(
                    names.label(row.identity()),
                    row.metric().name(),
                    quantity.unit(),
                    quantity.show(row.base()),
                    quantity.show(row.current()),
                    Words.change(row),
                    Words.verdict(row),
                    Words.why(row)));
        }
        StringBuilder text = new StringBuilder(TextTable.render(cells, 3, 4));
        text.append('\n');
        Words.objectives(comparison).forEach(objective -> text.append(objective).append('\n'));
        Words.notes(comparison).forEach(note -> text.append(note).append('\n'));
        return text.append(Words.summary(comparison)).append('\n').toString();
    }

    /** The whole comparison in one line. */
    public static String summary(Comparison comparison) {
        return Words.summary(comparison);
    }
}
