package org.evenkeel.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.verdict.Row;

/** The hot paths of a run at a glance: a line for each form, with what was measured and how it compares. */
final class PathTable {

    private static final List<String> HEADER =
            List.of("path", "form", "p50", "p99", "throughput", "allocated", "against the baseline");

    private final CheckReport report;

    private PathTable(CheckReport report) {
        this.report = report;
    }

    /** The table in plain text. */
    static String text(CheckReport report) {
        return TextTable.render(cells(report), 2, 3, 4, 5);
    }

    /** The cells, with a header; it is alone when no hot path was measured. */
    static List<List<String>> cells(CheckReport report) {
        PathTable table = new PathTable(report);
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADER);
        for (String path : table.paths()) {
            for (Form form : Form.values()) {
                table.line(path, form).ifPresent(cells::add);
            }
        }
        table.plain().forEach(one -> cells.add(table.plainLine(one)));
        return cells;
    }

    /** Benchmarks of somebody's own, each once, whatever is measured of it. */
    private List<Identity> plain() {
        TreeMap<String, Identity> all = new TreeMap<>();
        Stream.concat(
                        report.session().series().keySet().stream(),
                        report.comparison().rows().stream().map(Row::identity))
                .filter(identity -> !identity.params().containsKey("path")
                        && !identity.mode().equals(LeakcheckReader.BENCHMARK))
                .forEach(identity -> all.putIfAbsent(identity.path(), identity));
        return List.copyOf(all.values());
    }

    private List<String> plainLine(Identity one) {
        List<Identity> measured = report.session().series().keySet().stream()
                .filter(identity -> identity.path().equals(one.path()))
                .toList();
        List<Row> rows = report.comparison().rows().stream()
                .filter(row -> row.identity().path().equals(one.path()))
                .toList();
        String time = measured.stream().anyMatch(identity -> identity.mode().equals("thrpt")) ? "thrpt" : "avgt";
        return List.of(
                report.names().benchmarkLabel(one),
                "-",
                shown(measured, "sample", "p50"),
                shown(measured, "sample", "p99"),
                shown(measured, time, Metric.SCORE),
                shown(measured, time, Metric.ALLOCATION),
                Words.counts(rows));
    }

    private SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        report.session().series().keySet().forEach(identity -> addPath(identity, paths));
        report.comparison().rows().forEach(row -> addPath(row.identity(), paths));
        return paths;
    }

    private static void addPath(Identity identity, SortedSet<String> paths) {
        String path = identity.params().get("path");
        if (path != null && !identity.mode().equals(LeakcheckReader.BENCHMARK)) {
            paths.add(path);
        }
    }

    private Optional<List<String>> line(String path, Form form) {
        List<Identity> measured = report.session().series().keySet().stream()
                .filter(identity -> isOf(identity, path, form))
                .toList();
        List<Row> rows = report.comparison().rows().stream()
                .filter(row -> isOf(row.identity(), path, form))
                .toList();
        if (measured.isEmpty() && rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                path,
                form.method(),
                shown(measured, "sample", "p50"),
                shown(measured, "sample", "p99"),
                shown(measured, "thrpt", Metric.SCORE),
                shown(measured, "thrpt", Metric.ALLOCATION),
                Words.counts(rows)));
    }

    private static boolean isOf(Identity identity, String path, Form form) {
        return path.equals(identity.params().get("path"))
                && identity.benchmark().endsWith("." + form.method());
    }

    private String shown(List<Identity> measured, String mode, String metric) {
        return measured.stream()
                .filter(identity ->
                        identity.mode().equals(mode) && identity.metric().equals(metric))
                .findFirst()
                .flatMap(this::center)
                .orElse("-");
    }

    private Optional<String> center(Identity identity) {
        Series series = report.session().series().get(identity);
        if (series == null) {
            return Optional.empty();
        }
        OptionalDouble median = OptionalDouble.of(series.median());
        Quantity quantity = Quantity.of(series.metric().unit(), median);
        return Optional.of(quantity.show(median) + " " + quantity.unit());
    }
}
