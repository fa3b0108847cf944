package org.evenkeel.suite.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.ObjectiveResult;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.leakcheck.report.CauseText;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.TextReport;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.scaling.Scaling;

/** What the template asks for, by the names that it uses: the texts of the page. Tables and charts get {@link PageData}. */
final class PageModel {

    /** What somebody reads in ten seconds; the others are a click away. */
    private static final int MOST_PROBLEMS = 8;

    /** What a click shows. */
    private static final int MOST_LISTED = 200;

    private final Map<String, Object> page = new LinkedHashMap<>();
    private final CheckReport report;

    private PageModel(CheckReport report) {
        this.report = report;
    }

    static Map<String, Object> of(CheckReport report) {
        PageModel model = new PageModel(report);
        // Of times that were refused, as those of a busy machine are, nothing is said.
        Set<Identity> judged =
                report.comparison().rows().stream().map(Row::identity).collect(Collectors.toSet());
        List<Scaling> scaling = Scaling.of(report.session().only(judged::contains), cpus(report));
        PageData data = PageData.of(report, scaling);
        model.assets(data);
        model.top();
        model.comparison(data);
        model.objectives();
        model.scaling(scaling);
        model.leaks();
        model.page.put("profiles", ProfileSection.render(report.parts().profiles()));
        model.present("History", report.parts().history());
        model.facts();
        return model.page;
    }

    private void assets(PageData data) {
        page.put("policy", PageAssets.POLICY);
        page.put("css", PageAssets.CSS);
        page.put("library", PageAssets.LIBRARY_SCRIPT);
        page.put("script", PageAssets.SCRIPT);
        page.put("data", Json.inScript(data.tree()));
    }

    private void top() {
        page.put("headline", report.headline());
        page.put("next", report.nextStep());
        page.put("commands", report.parts().commands());
        page.put(
                "tally",
                Stream.of(report.tally()).filter(tally -> !tally.isEmpty()).toList());
        page.put(
                "statusClass",
                report.status() == ExitStatus.WRONG ? "wrong" : report.status() == ExitStatus.OK ? "ok" : "open");
        page.put("comparedWith", report.baseline().describe());
        page.put("paths", report.judged());
        page.put("where", report.where().stream().toList());
        List<String> problems = report.problems();
        List<String> open = report.undecided();
        page.put(
                "lists",
                Stream.of(
                                list("wrong", problems, MOST_PROBLEMS, "%d more"),
                                problems.isEmpty()
                                        ? list("undecided", open, MOST_PROBLEMS / 2, "%d more could not be decided")
                                        : list("undecided", open, 0, "%d could not be decided"))
                        .flatMap(Optional::stream)
                        .toList());
        page.put("notJudged", report.notJudged());
    }

    /** A list whose first lines are shown, and whose others are a click away; empty where there is nothing to list. */
    private static Optional<Map<String, Object>> list(String kind, List<String> lines, int shown, String summary) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(
                        "kind", kind,
                        "items", lines.stream().limit(shown).toList(),
                        "more", more(lines.subList(Math.min(shown, lines.size()), lines.size())),
                        "hasMore", lines.size() > shown,
                        "summary", summary.replace("%d", Integer.toString(Math.max(0, lines.size() - shown)))));
    }

    private static List<String> more(List<String> lines) {
        return lines.size() <= MOST_LISTED
                ? lines
                : Stream.concat(
                                lines.stream().limit(MOST_LISTED),
                                Stream.of("and " + (lines.size() - MOST_LISTED) + " more, in comparison.json"))
                        .toList();
    }

    private void comparison(PageData data) {
        page.put("hasRows", data.rows() > 0);
        page.put(
                "caption",
                String.format(
                        Locale.ROOT,
                        "Intervals are drawn from %s to %s, right is worse; the band is the margin of %s.",
                        Words.percent(-data.scale()),
                        Words.percent(data.scale()),
                        Words.share(report.comparison().options().margin())));
        List<String> notes = new ArrayList<>(Words.notes(report.comparison()));
        if (data.leftOut() > 0) {
            notes.add(
                    0,
                    String.format(
                            Locale.ROOT,
                            "The table has the worst %,d of %,d rows; comparison.json has all.",
                            data.rows(),
                            data.rows() + data.leftOut()));
        }
        page.put("notes", notes);
    }

    private void objectives() {
        List<Map<String, String>> rows = report.comparison().objectives().stream()
                .sorted(Comparator.comparing(ObjectiveResult::grade).reversed())
                .map(PageModel::objective)
                .toList();
        present("Objectives", rows);
        page.put("objectives", rows);
    }

    private static Map<String, String> objective(ObjectiveResult result) {
        String unit = result.objective().unit();
        return Map.of(
                "grade", result.grade().name().toLowerCase(Locale.ROOT),
                "symbol",
                        switch (result.grade()) {
                            case TARGET -> "\u25cf";
                            case ACCEPTABLE -> "\u25d0";
                            case POOR -> "\u25b2";
                        },
                "benchmark", result.identity().toString(),
                "found", unit.isEmpty() ? Words.percent(result.value()) : Quantity.digits(result.value()) + " " + unit,
                "expected", result.objective().words());
    }

    private void scaling(List<Scaling> scaling) {
        present("Scaling", scaling);
        List<Map<String, Object>> paths = new ArrayList<>();
        scaling.forEach(
                path -> paths.add(Map.of("name", path.name(), "index", paths.size(), "remarks", path.remarks())));
        page.put("scaling", paths);
    }

    private void leaks() {
        present("Leaks", report.leaks());
        List<Map<String, Object>> leaks = new ArrayList<>();
        report.leaks().forEach(leak -> leaks.add(leak(leak, leaks.size())));
        page.put("leaks", leaks);
    }

    private static Map<String, Object> leak(LeakReport leak, int index) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("workload", leak.workload());
        part.put("index", index);
        part.put("verdict", leak.verdictName().name().toLowerCase(Locale.ROOT));
        part.put(
                "symbol",
                switch (leak.verdictName()) {
                    case GROWING -> "\u25b2";
                    case STEADY -> "\u25cf";
                    case INCONCLUSIVE -> "?";
                    case INVALID -> "\u2715";
                });
        part.put("paragraph", TextReport.paragraph(leak));
        String cause = CauseText.render(leak.cause()).strip();
        part.put("cause", cause.isEmpty() ? List.of() : List.of(cause));
        part.put(
                "notes",
                leak.recording().notes().stream().map(note -> "Note: " + note).toList());
        List<Map<String, Object>> classes = leak.verdict().growth().classes().stream()
                .map(found -> Map.<String, Object>of(
                        "name", found.heapClass().name(),
                        "instances", Quantity.digits(found.instancesPerOperation()),
                        "bytes", Quantity.digits(found.bytesPerOperation())))
                .toList();
        part.put("classes", classes);
        part.put("hasClasses", !classes.isEmpty());
        List<String> still = LeakData.still(leak);
        part.put(
                "still",
                still.isEmpty() ? List.of() : List.of("Did not move at all: " + String.join(", ", still) + "."));
        return part;
    }

    private void facts() {
        page.put("chartsVersion", PageAssets.LIBRARY_VERSION);
        SortedMap<String, String> all = new TreeMap<>(report.environment().identity());
        all.putAll(report.environment().context());
        page.put(
                "facts",
                all.entrySet().stream()
                        .map(fact -> Map.of("name", fact.getKey(), "value", fact.getValue()))
                        .toList());
    }

    /** Marks a part of the page that is there when it has something to show. */
    private void present(String part, List<?> content) {
        page.put("has" + part, !content.isEmpty());
    }

    private static OptionalInt cpus(CheckReport report) {
        String count = report.environment().identity().getOrDefault("cpu.count", "");
        return count.matches("[1-9]\\d{0,5}") ? OptionalInt.of(Integer.parseInt(count)) : OptionalInt.empty();
    }
}
