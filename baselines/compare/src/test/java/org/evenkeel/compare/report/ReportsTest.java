package org.evenkeel.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.InvalidBenchmark;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Objective;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Rules;
import org.evenkeel.compare.verdict.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class ReportsTest {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Comparison comparison = comparison();

    @ParameterizedTest
    @CsvSource({"CONSOLE, comparison.txt", "MARKDOWN, comparison.md", "JSON, comparison.json", "CSV, comparison.csv"})
    void report_ofEveryVerdict_isAsItWas(Format format, String golden) throws IOException {
        Golden.assertSame(ReportsTest.class, golden, format.render(comparison));
    }

    @Test
    void junit_isAsItWas_andWellFormed() throws Exception {
        String xml = JunitReport.render(comparison, List.of());

        Golden.assertSame(ReportsTest.class, "comparison.xml", xml);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("3");
    }

    @Test
    void junit_alarmsOfANight_areFailures() {
        String xml = JunitReport.render(
                comparison, List.of(new NightAlarm("a.B.c <thrpt>", "run 9: a.B.c <thrpt> is slower by +12.0 %")));

        assertThat(xml)
                .contains("failures=\"4\"")
                .contains("<testcase classname=\"history\" name=\"a.B.c &lt;thrpt&gt;\">")
                .contains("<failure message=\"run 9: a.B.c &lt;thrpt&gt; is slower by +12.0 %\"");
    }

    @Test
    void json_hasTheFieldsThatScriptsRelyOn() throws IOException {
        JsonNode json = new ObjectMapper().readTree(JsonReport.render(comparison));

        assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(json.path("verdict").asText()).isEqualTo("REGRESSED");
        for (JsonNode row : json.path("rows")) {
            assertThat(List.of(
                            "benchmark",
                            "mode",
                            "threads",
                            "params",
                            "metric",
                            "unit",
                            "verdict",
                            "relativeChange",
                            "lower",
                            "upper",
                            "pValue",
                            "adjustedPValue",
                            "minimumDetectableEffect",
                            "forksNeeded"))
                    .allMatch(row::has);
        }
    }

    @Test
    void row_hasOneUnitForAllItsNumbers() {
        Quantity quantity = Quantity.of("ns/op", OptionalDouble.of(999), OptionalDouble.of(1_234_567));

        assertThat(quantity.unit()).isEqualTo("ms/op");
        assertThat(quantity.show(OptionalDouble.of(999))).isEqualTo("0.0009990");
        assertThat(quantity.show(OptionalDouble.of(1_234_567))).isEqualTo("1.235");
        assertThat(Quantity.of("ops/us", OptionalDouble.of(2.5)).show(OptionalDouble.of(2.5)))
                .isEqualTo("2.500");
        assertThat(Quantity.of("ops/us", OptionalDouble.of(2.5)).unit()).isEqualTo("Mops/s");
        assertThat(Quantity.of("B/op", OptionalDouble.of(2048)).unit()).isEqualTo("KiB/op");
        assertThat(Quantity.of("counts", OptionalDouble.of(2048))).isEqualTo(new Quantity("counts", 1));
    }

    @Test
    void namesThatWouldBeOne_areToldApartInWhatIsSaidOfThem() {
        Comparison suspicious = Comparer.compare(
                List.of(alone("a.js.Load.x", "1", 100, "a.jvm.Load.x", 100)),
                List.of(alone("a.js.Load.x", "1", 170, "a.jvm.Load.x", 170)),
                List.of(),
                Options.DEFAULT.withRules(new Rules(
                        List.of(new Objective(
                                new Selector(
                                        Pattern.compile("Load"),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("score")),
                                Objective.Bound.AT_MOST,
                                1_000,
                                "ns/op")),
                        List.of())));

        String console = ConsoleReport.render(suspicious);
        assertThat(console)
                .contains("met: js.Load.x", "met: jvm.Load.x", "as js.Load.x", "as jvm.Load.x")
                .doesNotContain(": Load.x", "as Load.x");
    }

    @Test
    void namesOfManyLinesAndCharacters_breakNoLineAndAreCut() {
        String odd = "one\\ntwo [l](http://u) <img src=x> | `q`" + "x".repeat(10_000);
        Comparison suspicious = Comparer.compare(
                List.of(alone("a.Load.x", odd, 100, "a.Load.gone", 100)),
                List.of(alone("a.Load.x", odd, 170, "a.Load.new", 100)),
                List.of(),
                Options.DEFAULT);

        String summary = ConsoleReport.summary(suspicious);
        assertThat(summary)
                .contains("Suspect, measure it again")
                .doesNotContain("\n")
                .hasSizeLessThan(3_000);
        String markdown = MarkdownReport.render(suspicious);
        assertThat(markdown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(5_000));
        assertThat(markdown.replaceAll("`[^`\n]*`", "")).as("outside of code").doesNotContain("<img", "](http");
        assertThat(markdown).contains("\u2039img src=x\u203a").doesNotContain("&lt;", "<img");
        assertThat(JunitReport.render(suspicious, List.of()).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(8_000));
    }

    private static Session alone(String benchmark, String p, double nanos, String other, double otherNanos) {
        return new JmhText()
                .add(benchmark, "avgt", 1, Map.of("p", p), "ns/op", Map.of(), nanos)
                .add(other, "avgt", 1, Map.of("p", "1"), "ns/op", Map.of(), otherNanos)
                .session("run.json");
    }

    private static Comparison comparison() {
        Session base = new JmhText()
                .add("a.Json.slower", "thrpt", 4, Map.of("size", "10"), "ops/us", Map.of(), 20, 20.1, 19.9)
                .add("a.Json.faster", "avgt", "ns/op", 100, 100.1, 99.9)
                .add(
                        "a.Json.same",
                        "avgt",
                        1,
                        Map.of(),
                        "ns/op",
                        Map.of(ALLOCATION, new double[] {64, 64, 64}),
                        5,
                        5,
                        5)
                .add("a.Json.wild", "avgt", "ns/op", 400, 1000, 2500)
                .add("a.Json.old", "avgt", "ns/op", 100)
                .add("a.Json.broken", "avgt", "ns/op", 100)
                .session("base.json");
        Session current = new JmhText()
                .add("a.Json.slower", "thrpt", 4, Map.of("size", "10"), "ops/us", Map.of(), 10, 10.1, 9.9)
                .add("a.Json.faster", "avgt", "ns/op", 50, 50.1, 49.9)
                .add(
                        "a.Json.same",
                        "avgt",
                        1,
                        Map.of(),
                        "ns/op",
                        Map.of(ALLOCATION, new double[] {164, 164, 164}),
                        5,
                        5,
                        5)
                .add("a.Json.wild", "avgt", "ns/op", 600, 1100, 2900)
                .add("a.Json.young", "avgt", "ns/op", 100)
                .add("a.Json.broken", "avgt", "ns/op", 100)
                .session("current.json")
                .with(
                        List.of(),
                        List.of(new InvalidBenchmark(
                                new Identity("a.Json.broken", "avgt", 1, new TreeMap<>(), "score"),
                                "no duplicate flag: \"7\" twice | at <once>")),
                        Optional.empty());
        return Comparer.compare(List.of(base), List.of(current), List.of(), Options.DEFAULT);
    }
}
