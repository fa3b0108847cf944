package org.evenkeel.baselines.report.html;

import java.io.IOException;
import org.evenkeel.baselines.report.Golden;
import org.junit.jupiter.api.Test;

class HtmlGoldenTest {

    /** Style, scripts and their hashes have files of their own. */
    @Test
    void page_ofEverything_isAsItWas() throws IOException {
        String page = HtmlReport.render(ReportFixture.everything())
                .replace(PageAssets.CSS, "")
                .replace(PageAssets.LIBRARY_SCRIPT, "")
                .replace(PageAssets.SCRIPT, "")
                .replaceAll("sha256-[^']+", "sha256")
                .replace(",{", ",\n{");

        Golden.assertSame("report.html", page);
    }
}
