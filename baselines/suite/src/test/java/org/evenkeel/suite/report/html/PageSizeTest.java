package org.evenkeel.suite.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A browser opens a page at once, however many benchmarks there are. */
class PageSizeTest {

    @Test
    void page_ofTwiceAsManyBenchmarks_isNoLargerThanThatOfItsWorstRows() throws IOException {
        int some = HtmlReport.render(ReportFixture.many(2_500)).length();
        int twiceAsMany = HtmlReport.render(ReportFixture.many(5_000)).length();

        assertThat((double) twiceAsMany / some).isLessThan(1.05);
    }
}
