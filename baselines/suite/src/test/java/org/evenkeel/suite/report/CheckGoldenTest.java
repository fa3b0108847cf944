package org.evenkeel.suite.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.evenkeel.compare.report.Golden;
import org.evenkeel.compare.report.JunitReport;
import org.evenkeel.suite.report.html.ReportFixture;
import org.junit.jupiter.api.Test;

/** One run with everything in it, in each form that its report has; the page has a golden file of its own. */
class CheckGoldenTest {

    private final CheckReport report = report();

    @Test
    void summary_ofEverything_isAsItWas() throws IOException {
        Golden.assertSame(CheckGoldenTest.class, "check.txt", CheckSummary.render(report));
    }

    @Test
    void markdown_ofEverything_isAsItWas() throws IOException {
        Golden.assertSame(CheckGoldenTest.class, "check.md", CheckMarkdown.render(report));
    }

    @Test
    void junit_ofEverything_isAsItWas() throws IOException {
        Golden.assertSame(CheckGoldenTest.class, "check.xml", JunitReport.render(report.comparison(), List.of()));
    }

    private static CheckReport report() {
        try {
            return ReportFixture.everything();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
