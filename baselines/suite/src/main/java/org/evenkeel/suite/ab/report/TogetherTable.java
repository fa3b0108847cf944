package org.evenkeel.suite.ab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.suite.ab.verdict.replay.TogetherReplay;

/** How often four benchmarks that are judged together, as {@code check} does with the forms of a path, are called slower. */
public final class TogetherTable {

    private TogetherTable() {}

    /** A sentence and a table; ends with an empty line. At least one line of rates. */
    public static String render(List<TogetherReplay.Rates> rates) {
        List<List<String>> cells = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("slowdown"));
        rates.get(0).slower().keySet().forEach(round -> header.add("slower by round " + round));
        header.add("faster");
        cells.add(header);
        for (TogetherReplay.Rates one : rates) {
            List<String> line = new ArrayList<>(List.of(share(one.slowdown())));
            one.slower().values().forEach(count -> line.add(share(count / (double) one.runs())));
            line.add(share(one.faster() / (double) one.runs()));
            cells.add(line);
        }
        return String.format(
                        Locale.ROOT,
                        "Four of them judged together, as check does with the forms of a path, in %,d runs each:%n",
                        rates.get(0).runs())
                + TextTable.render(cells)
                + System.lineSeparator();
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3g %%", 100 * share);
    }
}
