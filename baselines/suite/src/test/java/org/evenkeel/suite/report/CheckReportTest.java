package org.evenkeel.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Objective;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Rules;
import org.evenkeel.compare.verdict.Selector;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.suite.report.html.HtmlReport;
import org.junit.jupiter.api.Test;

class CheckReportTest {

    /** A check of the path planted with leak=64, its samples and classes cut short. */
    private static final String LEAK_CHECK = resource("leakcheck.json");

    private static final BaselineUsed SAME = new BaselineUsed.Same("main", 1);
    private static final BaselineUsed NONE = new BaselineUsed.None("main");
    private static final BaselineUsed ELSEWHERE =
            new BaselineUsed.Elsewhere("main", new TreeMap<>(Map.of("cpu.count", new Difference("2", "8"))));

    @Test
    void status_nothingChanged_isOkOnlyWithABaselineOfThisMachine() {
        assertThat(report(SAME, 100, 24, "STEADY").status()).isEqualTo(ExitStatus.OK);
        assertThat(report(NONE, 100, 24, "STEADY").status()).isEqualTo(ExitStatus.NO_BASELINE);
        assertThat(report(ELSEWHERE, 100, 24, "STEADY").status()).isEqualTo(ExitStatus.NO_BASELINE);
    }

    @Test
    void status_leak_isWrongWithAnyBaselineAndNone() {
        for (BaselineUsed used : List.of(SAME, NONE, ELSEWHERE)) {
            CheckReport report = report(used, 100, 24, "GROWING");

            assertThat(report.status()).isEqualTo(ExitStatus.WRONG);
            assertThat(report.problems()).containsExactly("planted leaks: Growth that does not stop: heap.");
            assertThat(report.headline()).isEqualTo("One thing is wrong.");
        }
    }

    @Test
    void status_inconclusiveLeakCheck_isUndecided() {
        assertThat(report(SAME, 100, 24, "INCONCLUSIVE").status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(report(NONE, 100, 24, "INCONCLUSIVE").status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void status_slowdownAndMoreGarbage_areBothNamed() {
        CheckReport report = report(SAME, 200, 424, "STEADY");

        assertThat(report.status()).isEqualTo(ExitStatus.WRONG);
        assertThat(report.problems()).hasSize(2);
        assertThat(report.problems())
                .anySatisfy(problem -> assertThat(problem).contains("score regressed: +100"))
                .anySatisfy(problem -> assertThat(problem).contains("gc.alloc.rate.norm regressed: "));
        assertThat(report.headline()).isEqualTo("2 things are wrong.");
    }

    @Test
    void status_timesOfABusyMachine_areUndecided() {
        CheckReport calm = report(SAME, 100, 24, "STEADY");
        CheckReport busy = new CheckReport(
                calm.environment(),
                calm.session(),
                calm.leaks(),
                calm.baseline(),
                calm.comparison(),
                List.of("planted single latency: its times"));

        assertThat(busy.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(page(busy)).contains("Not judged: planted single latency: its times.");
    }

    @Test
    void status_missedObjective_isWrongWithoutABaseline() {
        Objective atMost = new Objective(
                new Selector(Pattern.compile("single"), Optional.empty(), OptionalInt.empty(), Optional.of("score")),
                Objective.Bound.AT_MOST,
                0.05,
                "us/op");
        Session current = jmh("org.acme.HotPathBenchmark.single", 100, 24);
        CheckReport report = new CheckReport(
                new Environment(new TreeMap<>(), new TreeMap<>()),
                current,
                List.of(),
                NONE,
                Comparer.compare(
                        List.of(Session.of("no baseline", List.of())),
                        List.of(current),
                        List.of(),
                        Options.DEFAULT.withRules(new Rules(List.of(atMost), List.of()))),
                List.of());

        assertThat(report.status()).isEqualTo(ExitStatus.WRONG);
        assertThat(report.problems())
                .singleElement()
                .asString()
                .contains("MISSED")
                .contains("at most 0.05 us/op");
        assertThat(CheckSummary.render(report)).contains("Objectives met: 0 of 1");
        assertThat(page(report)).contains("<h2>Objectives</h2>");
    }

    @Test
    void html_hostileNames_stayText() {
        String hostile = "<script>alert(1)</script>";
        Session session = jmh(hostile, 100, 24);

        String page = page(report(SAME, session, session, "STEADY"));

        assertThat(page)
                .contains("\\u003cscript\\u003ealert(1)\\u003c/script\\u003e")
                .doesNotContain(hostile)
                .contains("Content-Security-Policy")
                .doesNotContain("unsafe-");
    }

    @Test
    void html_everything_isOnThePage() {
        String page = page(report(SAME, 200, 24, "GROWING"));

        assertThat(page)
                .contains("<h1>2 things are wrong.</h1>")
                .contains("<li>planted leaks: Growth that does not stop: heap.</li>")
                .contains("\"verdict\":\"regressed\"")
                .contains("planted: GROWING. Growth that does not stop: heap.")
                .contains("<dt>cpu.count</dt><dd>2</dd>")
                .doesNotContain("<link")
                .doesNotContain(" src=")
                .doesNotContain("href=\"http");
    }

    @Test
    void nextStep_hangsOnWhatIsOpen() {
        BaselineUsed given = new BaselineUsed.Given("before", 1);
        Session base = jmh("org.acme.HotPathBenchmark.single", 100, 24);
        Session wild = new JmhText()
                .add(
                        "org.acme.HotPathBenchmark.single",
                        "avgt",
                        1,
                        Map.of("path", "planted"),
                        "ns/op",
                        Map.of("gc.alloc.rate.norm", new double[] {24, 24, 24}),
                        50,
                        100,
                        200)
                .session("wild");

        assertThat(given(given, base, wild).nextStep()).contains("more forks or more sessions");
        assertThat(given(given, base, jmh("org.acme.Other.work", 100, 24)).nextStep())
                .contains("--accept-removed REGEX", "--renamed")
                .doesNotContain("more sessions");
        assertThat(new CheckReport(
                                new Environment(new TreeMap<>(), new TreeMap<>()),
                                wild,
                                List.of(),
                                given,
                                Comparer.compare(List.of(base), List.of(wild), List.of(), Options.DEFAULT)
                                        .withGaps(List.of("b.json holds no result; did every benchmark fail?")),
                                List.of())
                        .nextStep())
                .contains("look at the logs")
                .doesNotContain("more sessions");
    }

    private static CheckReport given(BaselineUsed used, Session base, Session current) {
        return new CheckReport(
                new Environment(new TreeMap<>(), new TreeMap<>()),
                current,
                List.of(),
                used,
                Comparer.compare(List.of(base), List.of(current), List.of(), Options.DEFAULT),
                List.of());
    }

    /** A page without the scripts that every page has. */
    private static String page(CheckReport report) {
        return HtmlReport.render(report).replaceAll("(?s)<script>.*?</script>", "");
    }

    private static CheckReport report(BaselineUsed used, double nanos, double bytes, String leakVerdict) {
        Session base = used instanceof BaselineUsed.None
                ? Session.of("no baseline", List.of())
                : jmh("org.acme.HotPathBenchmark.single", 100, 24);
        return report(used, base, jmh("org.acme.HotPathBenchmark.single", nanos, bytes), leakVerdict);
    }

    private static CheckReport report(BaselineUsed used, Session base, Session current, String leakVerdict) {
        Environment environment =
                new Environment(new TreeMap<>(Map.of("cpu.count", "2")), new TreeMap<>(Map.of("commit", "abc")));
        return new CheckReport(
                environment,
                current,
                List.of(leak(leakVerdict)),
                used,
                Comparer.compare(List.of(base), List.of(current), List.of(), Options.DEFAULT.withMargin(0.25)),
                List.of());
    }

    private static Session jmh(String benchmark, double nanos, double bytes) {
        double[] forks = {nanos * 0.999, nanos, nanos * 1.001};
        return new JmhText()
                .add(
                        benchmark,
                        "avgt",
                        1,
                        Map.of("path", "planted"),
                        "ns/op",
                        Map.of("gc.alloc.rate.norm", new double[] {bytes, bytes, bytes}),
                        forks)
                .session("run");
    }

    private static LeakReport leak(String verdict) {
        return LeakReports.fromJson(LEAK_CHECK.replace(
                        "\"verdict\": \"GROWING\",\n \"explanation\"",
                        "\"verdict\": \"" + verdict + "\",\n \"explanation\""))
                .get(0);
    }

    private static String resource(String name) {
        try (InputStream in = CheckReportTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
