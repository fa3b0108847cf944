package org.evenkeel.suite.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.Interval;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.scaling.Scaling;

/**
 * The numbers of the page: what its script makes tables and charts of.
 *
 * @param tree the whole
 * @param rows how many rows the table has
 * @param leftOut how many more there are, which are better than these
 * @param scale relative change at either end of the interval plots
 */
record PageData(ObjectNode tree, int rows, int leftOut, double scale) {

    /** The narrowest scale of the interval plots, so that a calm run does not look wild. */
    private static final double LEAST_SCALE = 0.2;

    private static final double MOST_SCALE = 1;

    /** With more a browser takes seconds to open the page, and nobody reads them. */
    private static final int MOST_ROWS = 2_000;

    static PageData of(CheckReport report, List<Scaling> scaling) {
        List<Row> rows = Words.worstFirst(report.comparison().rows());
        RowData data = new RowData(report.parts(), report.comparison().options(), report.names());
        rows.stream().limit(MOST_ROWS).forEach(data::add);
        Set<Identity> compared = rows.stream().map(Row::identity).collect(Collectors.toSet());
        report.session().series().values().stream()
                .filter(series -> !compared.contains(series.identity()))
                .limit(MOST_ROWS - data.rows().size())
                .forEach(data::add);
        double scale = scale(rows, report.comparison().options().margin());
        ObjectNode tree = Json.object();
        tree.put("scale", scale);
        tree.set("rows", data.rows());
        tree.set("benchmarks", BenchmarkData.of(report.parts(), data.benchmarks()));
        ArrayNode paths = tree.putArray("scaling");
        scaling.forEach(path -> paths.add(SectionData.of(path)));
        ArrayNode leaks = tree.putArray("leaks");
        report.leaks().forEach(leak -> leaks.add(LeakData.of(leak)));
        ArrayNode history = tree.putArray("history");
        report.parts().history().forEach(line -> history.add(SectionData.of(line)));
        int all = compared.size()
                + (int) report.session().series().keySet().stream()
                        .filter(identity -> !compared.contains(identity))
                        .count();
        return new PageData(tree, data.rows().size(), all - data.rows().size(), scale);
    }

    /** A scale on which most intervals have room. */
    private static double scale(List<Row> rows, double margin) {
        double widest = rows.stream()
                .flatMap(row -> row.verdict().change().stream())
                .map(Change::interval)
                .flatMap(interval -> interval.stream())
                .mapToDouble(PageData::reach)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return Math.min(MOST_SCALE, Math.max(Math.max(LEAST_SCALE, 1.2 * margin), widest));
    }

    private static double reach(Interval interval) {
        return Math.max(Math.abs(interval.lower()), Math.abs(interval.upper()));
    }
}
