package org.evenkeel.baselines.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.baselines.report.CheckReport;
import org.evenkeel.baselines.report.Quantity;
import org.evenkeel.baselines.report.Words;
import org.evenkeel.baselines.report.scaling.Scaling;
import org.evenkeel.baselines.verdict.ObjectiveResult;
import org.evenkeel.leakcheck.command.ExitStatus;
import org.evenkeel.leakcheck.report.CauseText;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.TextReport;

/** What the template asks for, by the names that it uses: the texts of the page. Tables and charts get {@link PageData}. */
final class PageModel {

    /** What somebody reads in ten seconds; the others are a click away. */
    private static final int MOST_PROBLEMS = 8;

    private final Map<String, Object> page = new LinkedHashMap<>();
    private final List<Map<String, String>> sections = new ArrayList<>();
    private final CheckReport report;

    private PageModel(CheckReport report) {
        this.report = report;
    }

    static Map<String, Object> of(CheckReport report) {
        PageModel model = new PageModel(report);
        List<Scaling> scaling = Scaling.of(report.session(), cpus(report));
        PageData data = PageData.of(report, scaling);
        model.assets(data);
        model.top();
        model.comparison(data);
        model.objectives();
        model.scaling(scaling);
        model.leaks();
        model.section("profiles", "Profiles", report.parts().profiles());
        model.section("history", "History", report.parts().history());
        model.facts();
        return model.page;
    }

    private void assets(PageData data) {
        page.put("policy", PageAssets.POLICY);
        page.put("css", PageAssets.CSS);
        page.put("library", PageAssets.LIBRARY_SCRIPT);
        page.put("script", PageAssets.SCRIPT);
        page.put("data", Json.inScript(data.tree()));
        page.put("sections", sections);
    }

    private void top() {
        page.put("headline", report.headline());
        page.put("next", report.nextStep());
        page.put("commands", report.parts().commands());
        page.put(
                "statusClass",
                report.status() == ExitStatus.WRONG ? "wrong" : report.status() == ExitStatus.OK ? "ok" : "open");
        page.put("comparedWith", report.baseline().describe());
        page.put("where", where());
        List<String> problems = report.problems();
        page.put("problems", problems.stream().limit(MOST_PROBLEMS).toList());
        page.put("moreProblems", problems.stream().skip(MOST_PROBLEMS).toList());
        page.put("countOfMore", problems.size() - MOST_PROBLEMS);
        page.put("hasMoreProblems", problems.size() > MOST_PROBLEMS);
        page.put("hasProblems", !report.problems().isEmpty());
        page.put("notJudged", report.notJudged());
    }

    /** The few facts that a reader asks for first; the whole list ends the page. */
    private List<String> where() {
        Map<String, String> context = report.environment().context();
        Map<String, String> identity = report.environment().identity();
        List<String> facts = new ArrayList<>();
        if (context.containsKey("commit")) {
            boolean dirty = "true".equals(context.get("commit.dirty"));
            facts.add("commit " + context.get("commit") + (dirty ? " with changes that are not committed" : ""));
        }
        for (String fact : List.of("jvm.name", "jvm.version", "jvm.collector", "cpu.model")) {
            if (identity.containsKey(fact)) {
                facts.add(identity.get(fact));
            }
        }
        if (identity.containsKey("cpu.count")) {
            facts.add(identity.get("cpu.count") + " CPUs");
        }
        return facts.isEmpty() ? List.of() : List.of(String.join(" \u00b7 ", facts));
    }

    private void comparison(PageData data) {
        section("comparison", "Comparison", data.tree().path("rows"));
        page.put("hasRows", data.rows() > 0);
        page.put(
                "caption",
                String.format(
                        Locale.ROOT,
                        "Intervals are drawn from %s to %s, right is worse; the band is the margin of %s.",
                        Words.percent(-data.scale()),
                        Words.percent(data.scale()),
                        Words.share(report.comparison().options().margin())));
        page.put("notes", Words.notes(report.comparison()));
    }

    private void objectives() {
        List<Map<String, String>> rows = report.comparison().objectives().stream()
                .sorted(Comparator.comparing(ObjectiveResult::grade).reversed())
                .map(PageModel::objective)
                .toList();
        section("objectives", "Objectives", rows);
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
        section("scaling", "Scaling", scaling);
        page.put(
                "remarks",
                scaling.stream().flatMap(path -> path.remarks().stream()).toList());
    }

    private void leaks() {
        section("leaks", "Leaks", report.leaks());
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
        List<Map<String, Object>> classes = leak.verdict().evidence().growingClasses().stream()
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
        page.put("profiles", report.parts().profiles());
        page.put("chartsVersion", PageAssets.LIBRARY_VERSION);
        SortedMap<String, String> all = new TreeMap<>(report.environment().identity());
        all.putAll(report.environment().context());
        page.put(
                "facts",
                all.entrySet().stream()
                        .map(fact -> Map.of("name", fact.getKey(), "value", fact.getValue()))
                        .toList());
        sections.add(Map.of("id", "environment", "title", "Environment"));
    }

    /** A part of the page that is there when it has something to show. */
    private void section(String id, String title, Iterable<?> content) {
        boolean present = content.iterator().hasNext();
        page.put("has" + title, present);
        if (present) {
            sections.add(Map.of("id", id, "title", title));
        }
    }

    private static OptionalInt cpus(CheckReport report) {
        String count = report.environment().identity().getOrDefault("cpu.count", "");
        return count.matches("[1-9]\\d{0,5}") ? OptionalInt.of(Integer.parseInt(count)) : OptionalInt.empty();
    }
}
