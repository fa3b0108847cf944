package org.evenkeel.suite.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.evenkeel.leakcheck.report.LeakPage;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.suite.profile.report.FlameGraphs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a leak check and the differential flame graph in a real browser, on a desktop and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherPagesIT {

    private static final Path PICTURES = Path.of("target/report-pictures");

    /** Text that its box hides. */
    private static final String CUT_OFF =
            "[...document.querySelectorAll('body *')].filter(e => e.scrollWidth > e.clientWidth + 1"
                    + " && e.clientWidth > 0 && getComputedStyle(e).overflowX === 'hidden').map(e => e.outerHTML.slice(0, 200))";

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(Browser.executable().isPresent(), "no Chromium here: install Debian's package chromium");
        browser = Browser.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void leakPage_showsWhatHoldsTheLeak_andCutsNothingOff(int width) throws Exception {
        String json;
        try (InputStream in = Objects.requireNonNull(
                OtherPagesIT.class.getResourceAsStream("/org/evenkeel/suite/report/leak-with-its-holder.json"))) {
            json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        show(LeakPage.render(LeakReports.fromJson(json)), "leak", width);

        assertThat(browser.evaluate("document.body.textContent").asText())
                .contains("GROWING")
                .contains("held by")
                .contains("ListenerRegistry.listeners -> ArrayList.elementData");
        assertFits(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void differentialFlameGraph_saysItsUnitAndItsColours_andItsTitleCoversNothing(int width) throws Exception {
        byte[] page = FlameGraphs.difference(
                "documents, fiftyThreads: processor time, base and current",
                "ns/op",
                "a.Main.run;a.Index.put 100\na.Main.run;a.Text.split 100\n",
                "a.Main.run;a.Index.put 100\na.Main.run;a.Text.split 300\n");
        show(new String(page, StandardCharsets.UTF_8), "flame", width);

        String text = browser.evaluate("document.body.textContent").asText();
        assertThat(text).contains("ns/op").containsIgnoringCase("red").containsIgnoringCase("blue");
        // What lies over a button takes its clicks.
        assertThat(browser.evaluate("[...document.querySelectorAll('button')].filter(b => b.offsetParent !== null)"
                        + ".filter(b => { const r = b.getBoundingClientRect();"
                        + " const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);"
                        + " return top !== b && !b.contains(top); }).map(b => b.outerHTML)"))
                .isEmpty();
        assertFits(width);
    }

    private void assertFits(int width) throws Exception {
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(browser.evaluate(CUT_OFF)).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    private void show(String page, String name, int width) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".html"), page);
        browser.look(width, 900, false);
        browser.openPlain(file);
        browser.photograph(PICTURES.resolve(name + "-" + width + ".png"));
    }
}
