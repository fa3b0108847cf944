package org.evenkeel.suite.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.junit.jupiter.api.Test;

/** Times that were refused, as those of a busy machine are, are not spoken of on the page either. */
class RefusedTimesTest {

    private static final Session MEASURED = new JmhText()
            .add("a.B.c", "thrpt", 1, Map.of(), "ops/ms", Map.of(), 10, 10)
            .add("a.B.c", "thrpt", 8, Map.of(), "ops/ms", Map.of(), 11, 11)
            .session("now");

    @Test
    void page_ofTimesThatWereJudged_saysWhatScalesPoorly() {
        assertThat(page(MEASURED)).contains("scales poorly");
    }

    @Test
    void page_ofARunAllOfWhoseTimesWereRefused_doesNotSayWhatScalesPoorly() {
        assertThat(page(MEASURED.only(identity -> false))).doesNotContain("scales poorly");
    }

    private static String page(Session judged) {
        Comparison comparison = Comparer.compare(List.of(judged), List.of(judged), List.of(), Options.DEFAULT);
        return HtmlReport.render(new CheckReport(
                new Environment(new TreeMap<>(Map.of("cpu.count", "8")), new TreeMap<>()),
                MEASURED,
                List.of(),
                new BaselineUsed.Same("main", 1),
                comparison,
                List.of()));
    }
}
