package org.evenkeel.suite.load.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.TextReport;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.verdict.Graded;
import org.evenkeel.suite.load.verdict.LoadVerdict;
import org.evenkeel.suite.report.html.Json;
import org.evenkeel.suite.report.html.PageAssets;

/** Runs as a page with curves over time, which opens from a file. */
public final class LoadHtml {

    private static final Template TEMPLATE =
            Mustache.compiler().escapeHTML(true).compile(resource("load.html"));

    private static final String SCRIPT = PageAssets.script(
            List.of(PageAssets.text("js/page.js"), PageAssets.text("js/charts.js"), resource("load.js")));

    private LoadHtml() {}

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(LoadHtml.class.getResourceAsStream(name), name + " is missing from the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole page. */
    public static String render(List<LoadVerdict> verdicts) {
        ExitStatus worst =
                ExitStatus.worst(verdicts.stream().map(LoadVerdict::status).toArray(ExitStatus[]::new));
        Map<String, Object> page = new HashMap<>();
        page.put("policy", PageAssets.policy(SCRIPT));
        page.put("css", PageAssets.CSS);
        page.put("library", PageAssets.LIBRARY_SCRIPT);
        page.put("script", SCRIPT);
        page.put("chartsVersion", PageAssets.LIBRARY_VERSION);
        page.put("title", title(verdicts));
        page.put("statusClass", worst == ExitStatus.OK ? "ok" : worst == ExitStatus.WRONG ? "wrong" : "undecided");
        page.put("headlines", verdicts.stream().map(LoadWords::headline).toList());
        List<Map<String, Object>> runs = new ArrayList<>();
        for (LoadVerdict verdict : verdicts) {
            runs.add(run(verdict, runs.size()));
        }
        page.put("runs", runs);
        page.put("data", Json.inScript(LoadCurves.of(verdicts)));
        return TEMPLATE.execute(page);
    }

    private static String title(List<LoadVerdict> verdicts) {
        LoadRun first = verdicts.get(0).run();
        return first.scenario().name() + " on "
                + (verdicts.size() == 1 ? first.target() : LoadWords.counted(verdicts.size(), "path"));
    }

    private static Map<String, Object> run(LoadVerdict verdict, int index) {
        LoadRun run = verdict.run();
        List<List<String>> rows = LoadText.rows(verdict);
        List<Map<String, Object>> errors = new ArrayList<>();
        for (PhaseResult phase : run.judged()) {
            phase.errors()
                    .forEach((kind, times) ->
                            errors.add(Map.of("phase", phase.phase().name(), "times", times.toString(), "kind", kind)));
        }
        Map<String, Object> section = new HashMap<>();
        section.put("index", Integer.toString(index));
        section.put("name", run.scenario().name() + " on " + run.target());
        section.put("description", run.scenario().description());
        section.put("jvm", run.jvm());
        section.put("processors", Integer.toString(run.processors()));
        section.put("started", run.started().toString());
        section.put("head", rows.get(0));
        section.put(
                "rows",
                rows.stream().skip(1).map(cells -> Map.of("cells", cells)).toList());
        section.put("hasErrors", !errors.isEmpty());
        section.put("errors", errors);
        section.put("hasObjectives", !verdict.grades().isEmpty());
        section.put(
                "objectives", verdict.grades().stream().map(LoadHtml::objective).toList());
        section.put("leak", verdict.leak().map(LoadHtml::leak).map(List::of).orElse(List.of()));
        section.put("driver", LoadWords.driver(run));
        section.put("notes", run.notes());
        return section;
    }

    private static Map<String, Object> objective(Graded graded) {
        return Map.of(
                "grade", graded.word(),
                "subject", graded.objective().subject(),
                "phase", graded.phase(),
                "found", LoadWords.show(graded),
                "limit", graded.objective().words(),
                "note", graded.note());
    }

    private static Map<String, Object> leak(LeakReport leak) {
        return Map.of(
                "verdict", leak.verdictName().name().toLowerCase(Locale.ROOT),
                "paragraph", LoadWords.leak(leak),
                "text", TextReport.render(leak).replaceFirst("(?s)^.*?\n", ""));
    }
}
