package org.evenkeel.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.suite.report.html.ReportFixture;
import org.junit.jupiter.api.Test;

class CheckMarkdownTest {

    /** What GitHub takes as the body of a comment. */
    private static final int MOST_CHARACTERS = 65_536;

    @Test
    void thousandRows_fitIntoAComment_andTheRestIsNamed() throws IOException {
        String text = CheckMarkdown.render(ReportFixture.many(1_000));

        assertThat(text.length()).isLessThan(MOST_CHARACTERS);
        assertThat(text).contains("The worst 150 of 1000 rows; comparison.json has all");
        assertThat(text.lines().filter(line -> line.startsWith("| `"))).hasSize(150);
    }

    @Test
    void benchmarksWithAParameterNamedPath_haveALineEach() throws IOException {
        Session session = new JmhText()
                .add("acme.Files.read", "avgt", 1, Map.of("path", "/tmp"), "ns/op", Map.of(), 10, 10)
                .add("acme.Files.write", "avgt", 1, Map.of("path", "/tmp"), "ns/op", Map.of(), 20, 20)
                .session("now.json");
        CheckReport report = new CheckReport(
                new Environment(new TreeMap<>(), new TreeMap<>()),
                session,
                List.of(),
                new BaselineUsed.Given("before", 1),
                Comparer.compare(List.of(session), List.of(session), List.of(), Options.DEFAULT),
                List.of());

        assertThat(CheckMarkdown.render(report))
                .contains("| Files.read(path=/tmp) | - | - | - | 10.00 ns/op | - | 1 equivalent |")
                .contains("| Files.write(path=/tmp) | - | - | - | 20.00 ns/op | - | 1 equivalent |");
    }

    @Test
    void hostileText_becomesNeitherMarkupNorALink() throws IOException {
        CheckReport report = ReportFixture.everything();
        CheckReport hostile = new CheckReport(
                report.environment(),
                report.session(),
                report.leaks(),
                report.baseline(),
                report.comparison(),
                List.of("[click](http://example.org) | <img src=x>\nsecond line"));

        String text = CheckMarkdown.render(hostile);

        assertThat(text)
                .contains("\n`Not judged: [click](http://example.org) | \u2039img src=x\u203a\\nsecond line.`\n")
                .doesNotContain("<script>");
    }

    @Test
    void leak_isAmongWhatIsWrong_thoughEveryRowIsEqual() throws IOException {
        String text = CheckMarkdown.render(ReportFixture.many(1));

        assertThat(text)
                .startsWith("**One thing is wrong.** ")
                .contains("What to do: start with the first of these")
                .contains("- planted leaks: Growth that does not stop: heap.\n")
                .contains("Leak checks: 1 growing.");
    }
}
