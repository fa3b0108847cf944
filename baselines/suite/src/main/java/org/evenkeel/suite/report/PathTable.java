package org.evenkeel.suite.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.BenchmarkNames;
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
    private final BenchmarkNames names;
    private final NavigableSet<String> paths = new TreeSet<>();
    private final SortedMap<String, Identity> plain = new TreeMap<>();
    private final List<List<String>> formLines = new ArrayList<>();
    private final Map<String, List<Identity>> measured = new HashMap<>();
    private final Map<String, List<Row>> rows = new HashMap<>();

    PathTable(CheckReport report) {
        this.report = report;
        names = report.names();
        for (Identity identity : report.session().series().keySet()) {
            measured.computeIfAbsent(line(identity), absent -> new ArrayList<>())
                    .add(identity);
            add(identity);
        }
        for (Row row : report.comparison().rows()) {
            rows.computeIfAbsent(line(row.identity()), absent -> new ArrayList<>())
                    .add(row);
            add(row.identity());
        }
        for (String path : paths) {
            for (Form form : Form.values()) {
                line(path, form).ifPresent(formLines::add);
            }
        }
    }

    /** The table in plain text. */
    static String text(CheckReport report) {
        return TextTable.render(cells(report), 2, 3, 4, 5);
    }

    /** The cells, with a header; it is alone when no hot path was measured. */
    static List<List<String>> cells(CheckReport report) {
        return new PathTable(report).cells(Integer.MAX_VALUE);
    }

    /** How many lines there are, without the header. */
    int lines() {
        return formLines.size() + plain.size();
    }

    /** The cells of so many lines at most, with a header. */
    List<List<String>> cells(int most) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADER);
        formLines.stream().limit(most).forEach(cells::add);
        // Benchmarks of somebody's own, each once, whatever is measured of it.
        plain.values().stream().limit(Math.max(0, most - formLines.size())).forEach(one -> cells.add(plainLine(one)));
        return cells;
    }

    /** Which line of the table something belongs to. */
    private static String line(Identity identity) {
        return identity.hotPath()
                .filter(path -> !identity.mode().equals(LeakcheckReader.BENCHMARK))
                .map(path -> line(path, identity.method()))
                .orElseGet(identity::path);
    }

    private static String line(String path, String method) {
        return path + '\n' + method;
    }

    private void add(Identity identity) {
        if (identity.mode().equals(LeakcheckReader.BENCHMARK)) {
            return;
        }
        identity.hotPath().ifPresentOrElse(paths::add, () -> plain.putIfAbsent(identity.path(), identity));
    }

    private List<String> plainLine(Identity one) {
        List<Identity> found = measured.getOrDefault(line(one), List.of());
        String time = found.stream().anyMatch(identity -> identity.mode().equals("thrpt")) ? "thrpt" : "avgt";
        return List.of(
                names.benchmarkLabel(one),
                "-",
                shown(found, "sample", "p50"),
                shown(found, "sample", "p99"),
                shown(found, time, Metric.SCORE),
                shown(found, time, Metric.ALLOCATION),
                Words.counts(rows.getOrDefault(line(one), List.of())));
    }

    private Optional<List<String>> line(String path, Form form) {
        List<Identity> found = measured.getOrDefault(line(path, form.method()), List.of());
        List<Row> judged = rows.getOrDefault(line(path, form.method()), List.of());
        if (found.isEmpty() && judged.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                path,
                form.method(),
                shown(found, "sample", "p50"),
                shown(found, "sample", "p99"),
                shown(found, "thrpt", Metric.SCORE),
                shown(found, "thrpt", Metric.ALLOCATION),
                Words.counts(judged)));
    }

    private String shown(List<Identity> found, String mode, String metric) {
        return found.stream()
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
