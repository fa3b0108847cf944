package org.evenkeel.baselines.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.baselines.report.CheckReport;
import org.evenkeel.baselines.report.Quantity;
import org.evenkeel.baselines.report.Words;
import org.evenkeel.baselines.samples.MetricKind;
import org.evenkeel.baselines.samples.Series;
import org.evenkeel.baselines.verdict.Row;
import org.evenkeel.baselines.verdict.Verdict;
import org.evenkeel.leakcheck.analysis.Interval;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.TextReport;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.verdict.SignalFinding;

/** What the template asks for, by the names that it uses. */
final class PageModel {

    /** The narrowest scale of the interval plots, so that a calm run does not look wild. */
    private static final double LEAST_SCALE = 0.2;

    private static final double MOST_SCALE = 1;

    private PageModel() {}

    static Map<String, Object> of(CheckReport report) {
        Map<String, Object> page = new LinkedHashMap<>();
        List<Row> rows = Words.worstFirst(report.comparison().rows()).stream()
                .filter(row -> !(row.verdict() instanceof Verdict.Added))
                .toList();
        double margin = report.comparison().options().margin();
        double scale = scale(rows, margin);
        page.put("headline", report.headline());
        page.put("comparedWith", "Compared with: " + report.baseline().describe());
        page.put("problems", report.problems());
        page.put("hasProblems", !report.problems().isEmpty());
        page.put("notJudged", report.notJudged());
        page.put("next", report.nextStep());
        page.put("objectives", Words.objectives(report.comparison()));
        page.put("hasObjectives", !report.comparison().objectives().isEmpty());
        page.put("rows", rows.stream().map(row -> row(row, margin, scale)).toList());
        page.put("hasRows", !rows.isEmpty());
        page.put("margin", Words.share(margin));
        page.put("scale", Words.share(scale));
        page.put("notes", Words.notes(report.comparison()));
        List<Map<String, Object>> measured = report.session().series().values().stream()
                .map(PageModel::measured)
                .toList();
        page.put("measured", measured);
        page.put("hasMeasured", !measured.isEmpty());
        page.put("leaks", report.leaks().stream().map(PageModel::leak).toList());
        page.put("hasLeaks", !report.leaks().isEmpty());
        page.put("facts", facts(report));
        return page;
    }

    private static Map<String, Object> row(Row row, double margin, double scale) {
        Quantity quantity = Quantity.of(row.metric().unit(), row.base(), row.current());
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("benchmark", row.identity().label());
        cells.put("metric", row.metric().name());
        cells.put("base", withUnit(quantity, row.base()));
        cells.put("current", withUnit(quantity, row.current()));
        cells.put("change", Words.change(row));
        cells.put("verdict", Words.verdict(row.verdict()));
        cells.put("verdictClass", Words.verdict(row.verdict()).replace(' ', '-'));
        cells.put("why", Words.why(row));
        List<IntervalPlot> plot = new ArrayList<>();
        row.verdict().change().ifPresent(change -> {
            if (change.relative().isPresent() && change.interval().isPresent()) {
                plot.add(IntervalPlot.of(
                        change.relative().getAsDouble(), change.interval().get(), margin, scale));
            }
        });
        cells.put("plot", plot);
        return cells;
    }

    private static Map<String, Object> measured(Series series) {
        double[] forks = series.forks();
        Quantity quantity = Quantity.of(
                series.metric().unit(),
                OptionalDouble.of(Arrays.stream(forks).max().orElseThrow()));
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("benchmark", series.identity().label());
        cells.put(
                "metric",
                series.metric().name() + (series.metric().kind() == MetricKind.INFORMATIVE ? " (not judged)" : ""));
        cells.put("median", withUnit(quantity, OptionalDouble.of(series.median())));
        cells.put(
                "forks",
                String.join(
                        "  ",
                        Arrays.stream(forks)
                                .mapToObj(fork -> quantity.show(OptionalDouble.of(fork)))
                                .toList()));
        return cells;
    }

    private static Map<String, Object> leak(LeakReport leak) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("workload", leak.workload());
        part.put("verdict", leak.verdictName().name().toLowerCase(Locale.ROOT));
        part.put("verdictClass", leak.verdictName().name().toLowerCase(Locale.ROOT));
        part.put("paragraph", TextReport.paragraph(leak));
        part.put(
                "charts",
                leak.verdict().evidence().signals().stream()
                        .filter(signal -> moves(leak, signal))
                        .map(signal -> chart(leak, signal))
                        .toList());
        List<Map<String, Object>> classes = leak.verdict().evidence().growingClasses().stream()
                .map(found -> Map.<String, Object>of(
                        "name", found.heapClass().name(),
                        "instances", Quantity.digits(found.instancesPerOperation()),
                        "bytes", Quantity.digits(found.bytesPerOperation())))
                .toList();
        part.put("classes", classes);
        part.put("hasClasses", !classes.isEmpty());
        return part;
    }

    private static boolean moves(LeakReport leak, SignalFinding signal) {
        List<Sample> samples = leak.recording().samples();
        return !samples.isEmpty()
                && samples.stream()
                        .allMatch(sample -> sample.reading(signal.signal()).isPresent())
                && samples.stream()
                                .mapToLong(sample ->
                                        sample.reading(signal.signal()).orElseThrow())
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    private static Map<String, Object> chart(LeakReport leak, SignalFinding signal) {
        List<Sample> samples = leak.recording().samples();
        String unit = signal.signal().unit();
        return Map.of(
                "name", signal.signal().label(),
                "tendency", signal.finding().tendency().name().toLowerCase(Locale.ROOT),
                "first", reading(samples.get(0), signal) + " " + unit,
                "last", reading(samples.get(samples.size() - 1), signal) + " " + unit,
                "operations", String.format(Locale.ROOT, "%,d", leak.recording().totalOperations()),
                "points", SignalChart.points(samples, signal.signal()));
    }

    private static String reading(Sample sample, SignalFinding signal) {
        return String.format(Locale.ROOT, "%,d", sample.reading(signal.signal()).orElseThrow());
    }

    private static List<Map<String, Object>> facts(CheckReport report) {
        SortedMap<String, String> all = new TreeMap<>(report.environment().identity());
        all.putAll(report.environment().context());
        return all.entrySet().stream()
                .map(fact -> Map.<String, Object>of("name", fact.getKey(), "value", fact.getValue()))
                .toList();
    }

    private static String withUnit(Quantity quantity, OptionalDouble value) {
        return value.isPresent() ? quantity.show(value) + " " + quantity.unit() : "";
    }

    /** A scale on which most intervals have room. */
    private static double scale(List<Row> rows, double margin) {
        double widest = rows.stream()
                .flatMap(row -> row.verdict().change().stream())
                .flatMap(change -> change.interval().stream())
                .mapToDouble(PageModel::reach)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return Math.min(MOST_SCALE, Math.max(Math.max(LEAST_SCALE, 1.2 * margin), widest));
    }

    private static double reach(Interval interval) {
        return Math.max(Math.abs(interval.lower()), Math.abs(interval.upper()));
    }
}
