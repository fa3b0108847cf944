package org.evenkeel.baselines.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.baselines.plan.Form;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.Metric;
import org.evenkeel.baselines.samples.Series;
import org.evenkeel.baselines.verdict.ObjectiveResult;
import org.evenkeel.baselines.verdict.Row;
import org.evenkeel.baselines.verdict.Verdict;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.TextReport;

/** What a run of the main job found, on one screen of a terminal. */
public final class CheckSummary {

    private static final int MOST_PROBLEMS = 12;
    private static final List<String> HEADER =
            List.of("path", "form", "p50", "p99", "throughput", "allocated", "against the baseline");

    private CheckSummary() {}

    /** Renders the report; ends with a line break. */
    public static String render(CheckReport report) {
        StringBuilder text = new StringBuilder();
        text.append(TextTable.render(table(report), 2, 3, 4, 5)).append('\n');
        for (LeakReport leak : report.leaks()) {
            text.append(TextReport.paragraph(leak)).append('\n');
        }
        text.append('\n')
                .append("Compared with: ")
                .append(report.baseline().describe())
                .append('\n');
        long met = report.comparison().objectives().stream()
                .filter(ObjectiveResult::met)
                .count();
        if (!report.comparison().objectives().isEmpty()) {
            text.append("Objectives met: ")
                    .append(met)
                    .append(" of ")
                    .append(report.comparison().objectives().size())
                    .append('\n');
        }
        List<String> problems = report.problems();
        problems.stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> text.append("  ! ").append(problem).append('\n'));
        if (problems.size() > MOST_PROBLEMS) {
            text.append("  ! and ").append(problems.size() - MOST_PROBLEMS).append(" more, in the report\n");
        }
        if (report.baseline() instanceof BaselineUsed.Same) {
            report.notJudged()
                    .forEach(
                            what -> text.append("  ? not judged: ").append(what).append('\n'));
        }
        return text.append(report.headline()).append('\n').toString();
    }

    private static List<List<String>> table(CheckReport report) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADER);
        for (String path : paths(report)) {
            for (Form form : Form.values()) {
                line(report, path, form).ifPresent(cells::add);
            }
        }
        return cells;
    }

    private static SortedSet<String> paths(CheckReport report) {
        SortedSet<String> paths = new TreeSet<>();
        report.session().series().keySet().forEach(identity -> addPath(identity, paths));
        report.comparison().rows().forEach(row -> addPath(row.identity(), paths));
        return paths;
    }

    private static void addPath(Identity identity, SortedSet<String> paths) {
        String path = identity.params().get("path");
        if (path != null && !identity.mode().equals("leakcheck")) {
            paths.add(path);
        }
    }

    private static Optional<List<String>> line(CheckReport report, String path, Form form) {
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
                shown(report, measured, "sample", "p50"),
                shown(report, measured, "sample", "p99"),
                shown(report, measured, "thrpt", Metric.SCORE),
                shown(report, measured, "thrpt", "gc.alloc.rate.norm"),
                verdicts(rows)));
    }

    private static boolean isOf(Identity identity, String path, Form form) {
        return path.equals(identity.params().get("path"))
                && identity.benchmark().endsWith("." + form.method());
    }

    private static String shown(CheckReport report, List<Identity> measured, String mode, String metric) {
        return measured.stream()
                .filter(identity ->
                        identity.mode().equals(mode) && identity.metric().equals(metric))
                .findFirst()
                .flatMap(identity -> center(report, identity))
                .orElse("-");
    }

    private static Optional<String> center(CheckReport report, Identity identity) {
        Series series = report.session().series().get(identity);
        if (series == null) {
            return Optional.empty();
        }
        OptionalDouble median = OptionalDouble.of(series.median());
        Quantity quantity = Quantity.of(series.metric().unit(), median);
        return Optional.of(quantity.show(median) + " " + quantity.unit());
    }

    /** How many rows of a form have which verdict, worst first. */
    private static String verdicts(List<Row> rows) {
        if (rows.stream().allMatch(row -> row.verdict() instanceof Verdict.Added)) {
            return "nothing to compare with";
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        Words.worstFirst(rows).forEach(row -> counts.merge(Words.verdict(row.verdict()), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .toList());
    }
}
