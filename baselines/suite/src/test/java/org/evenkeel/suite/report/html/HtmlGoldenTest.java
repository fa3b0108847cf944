package org.evenkeel.suite.report.html;

import java.io.IOException;
import org.evenkeel.compare.report.Golden;
import org.junit.jupiter.api.Test;

class HtmlGoldenTest {

    /** Style and scripts have files of their own; the digits of the data are not the same in every JDK. */
    @Test
    void page_ofEverything_isAsItWas() throws IOException {
        String page = HtmlReport.render(ReportFixture.everything())
                .replace(PageAssets.CSS, "")
                .replace(PageAssets.LIBRARY_SCRIPT, "")
                .replace(PageAssets.SCRIPT, "")
                .replaceAll("content=\"default-src[^\"]*\"", "content=\"...\"")
                .replaceAll("(?s)(id=\"data\">).*?</script>", "$1</script>");

        Golden.assertSame(HtmlGoldenTest.class, "page.html", page);
    }
}
