package org.evenkeel.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.evenkeel.suite.report.html.ReportFixture;
import org.junit.jupiter.api.Test;

class CheckMarkdownTest {

    /** What GitHub takes as the body of a comment. */
    private static final int MOST_CHARACTERS = 65_536;

    @Test
    void thousandRows_fitIntoAComment_andTheRestIsNamed() throws IOException {
        String text = CheckMarkdown.render(ReportFixture.many(1_000));

        assertThat(text.length()).isLessThan(MOST_CHARACTERS);
        assertThat(text).contains("The worst 150 of 1000 rows; report.html has all");
        assertThat(text.lines().filter(line -> line.startsWith("| `"))).hasSize(150);
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
                .contains("\n`Not judged: [click](http://example.org) \\| &lt;img src=x>\\nsecond line.`\n")
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
