package org.evenkeel.suite.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.ProfileLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser.
 *
 * <p>Pictures of it are left in {@code target/report-pictures}, for people.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageIT {

    private static final Path PICTURES = Path.of("target/report-pictures");
    private static final String ROWS = "document.querySelectorAll('#rows tr.row')";
    private static final String UNDRAWN =
            "[...document.querySelectorAll('.chart')].filter(c => !c.querySelector('svg path'))";

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(
                Browser.executable().isPresent(),
                "no Chromium here, so nobody looks at the page: install Debian's package chromium, or name one with"
                        + " -Devenkeel.chromium=...");
        browser = Browser.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void page_withEverything_drawsEveryChartAndComplainsOfNothing() throws Exception {
        show(ReportFixture.everything(), 1280, 900, false);
        openFirst(3);

        scrollThrough();

        assertThat(browser.evaluate("document.querySelectorAll('.chart').length")
                        .asInt())
                .as("forks, iterations, percentiles, histograms, scaling, signals, history")
                .isGreaterThan(12);
        assertThat(browser.evaluate(UNDRAWN + ".map(c => c.ariaLabel)")).isEmpty();
        assertThat(browser.evaluate("document.querySelectorAll('svg.interval .dot').length")
                        .asInt())
                .isPositive();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void page_inEveryWidth_isPhotographed_andNothingIsCutOff() throws Exception {
        Object[][] looks = {
            {"light", 1280, false},
            {"dark", 1280, true},
            {"beside an editor", 1000, false},
            {"tablet", 820, false},
            {"phone", 390, false}
        };
        for (Object[] look : looks) {
            show(ReportFixture.everything(), (int) look[1], 900, (boolean) look[2]);
            openFirst(1);
            scrollThrough();
            browser.photograph(PICTURES.resolve(look[0] + ".png"));

            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("width of the page, %s", look[0])
                    .isLessThanOrEqualTo((int) look[1]);
        }
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void theme_changingWhileThePageIsOpen_redrawsTheCharts() throws Exception {
        show(ReportFixture.everything(), 1280, 900, false);
        scrollThrough();
        String fill = "document.querySelector('#scaling .chart svg path[fill^=\"#\"]').getAttribute('fill')";
        String light = browser.evaluate(fill).asText();

        browser.look(1280, 900, true);

        browser.await(fill + " !== '" + light + "'");
    }

    @Test
    void hostileNames_stayText() throws Exception {
        show(ReportFixture.everything(), 1280, 900, false);

        assertThat(browser.evaluate("document.querySelectorAll('script').length")
                        .asInt())
                .isEqualTo(3);
        assertThat(browser.evaluate("document.querySelector('#rows').textContent")
                        .asText())
                .contains(ReportFixture.HOSTILE);
        assertThat(browser.evaluate("document.querySelector('#profiles a').textContent")
                        .asText())
                .contains(ReportFixture.HOSTILE);
    }

    @Test
    void policy_refusesAScriptThatIsNotThePagesOwn() throws Exception {
        show(ReportFixture.everything(), 1280, 900, false);

        browser.evaluate("(() => { const s = document.createElement('script'); s.textContent = 'window.ran = true';"
                + " document.body.append(s); })()");

        assertThat(browser.evaluate("Boolean(window.ran)").asBoolean()).isFalse();
        browser.await("true");
        assertThat(browser.errors()).anyMatch(error -> error.contains("Content Security Policy"));
    }

    @Test
    void table_sortedByName_isInOrderBothWays() throws Exception {
        show(ReportFixture.many(60), 1280, 900, false);
        String inOrder = "[..." + ROWS + "].map(r => r.querySelector('td[data-label=now]').textContent)"
                + ".map(parseFloat).every((v, i, all) => i === 0 || all[i - 1] %s v)";

        click("#rows th:nth-child(4) button");
        assertThat(browser.evaluate(inOrder.formatted(">=")).asBoolean()).isTrue();
        assertThat(browser.evaluate("document.querySelector('#rows th:nth-child(4)').ariaSort")
                        .asText())
                .isEqualTo("descending");

        click("#rows th:nth-child(4) button");
        assertThat(browser.evaluate(inOrder.formatted("<=")).asBoolean()).isTrue();
    }

    @Test
    void table_filtered_showsOnlyWhatWasAskedFor() throws Exception {
        show(ReportFixture.many(60), 1280, 900, false);
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isGreaterThanOrEqualTo(60);

        choose("[name=path]", "Bench1");
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isEqualTo(20);
        assertThat(browser.evaluate("[..." + ROWS + "].every(r => r.textContent.includes('Bench1.'))")
                        .asBoolean())
                .isTrue();

        choose("[name=path]", "");
        browser.evaluate("(() => { const s = document.querySelector('[name=text]'); s.value = 'method17';"
                + " s.dispatchEvent(new Event('input')); })()");
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isEqualTo(1);
        assertThat(browser.evaluate("document.querySelector('#count').textContent")
                        .asText())
                .startsWith("1 of ");
    }

    @Test
    void undecidedRowsOfABenchmark_areOneLineThatOpens_andRowsForWhoeverFiltersOrPrints() throws Exception {
        show(ReportFixture.undecided(), 1280, 900, false);
        String folds = "document.querySelectorAll('#rows tr.fold').length";

        assertThat(browser.evaluate(folds).asInt()).isEqualTo(1);
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isEqualTo(1);
        assertThat(browser.evaluate("document.querySelector('#rows tr.fold').textContent")
                        .asText())
                .contains("3 inconclusive: too few blocks")
                .contains("score, gc.alloc.rate.norm, p99");

        click("#rows tr.fold");
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isEqualTo(4);
        click("#rows tr.fold");
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isEqualTo(1);

        browser.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.evaluate(folds).asInt()).isZero();
        assertThat(browser.evaluate("document.querySelectorAll('#rows tr.row[data-verdict=inconclusive]').length")
                        .asInt())
                .isEqualTo(3);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void keyboard_aloneOpensMovesAndCloses() throws Exception {
        show(ReportFixture.many(10), 1280, 900, false);
        browser.evaluate("document.querySelector('#rows button.open').focus()");

        browser.press("Enter", 13);
        browser.await("document.querySelectorAll('tr.detail').length === 1");
        browser.await("document.querySelectorAll('tr.detail .chart svg path').length > 0");
        browser.press("ArrowDown", 40);
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('#rows button.open')].indexOf(document.activeElement)")
                        .asInt())
                .isEqualTo(1);
        browser.press("ArrowUp", 38);
        browser.press("Escape", 27);

        browser.await("document.querySelectorAll('tr.detail').length === 0");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void thousandBenchmarks_areShownAPieceAtATime_andAllOnRequestOrPaper() throws Exception {
        show(ReportFixture.many(1_000), 1280, 900, false);
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isEqualTo(200);
        assertThat(browser.evaluate("document.querySelectorAll('#rows .chart').length")
                        .asInt())
                .isZero();

        click("#more");
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isEqualTo(400);

        browser.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.evaluate(ROWS + ".length").asInt()).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void print_ofADarkPage_hasEveryRowAndChartInLightColours() throws Exception {
        show(ReportFixture.everything(), 1280, 900, true);
        browser.evaluate("addEventListener('beforeprint', () => { window.onPaper = {rows: " + ROWS
                + ".length, undrawn: " + UNDRAWN + ".length,"
                + " paper: getComputedStyle(document.body).backgroundColor}; })");

        byte[] pdf = browser.print();

        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(browser.evaluate("onPaper.rows").asInt())
                .isEqualTo(browser.evaluate("JSON.parse(document.getElementById('data').textContent).rows.length")
                        .asInt());
        assertThat(browser.evaluate("onPaper.undrawn").asInt()).isZero();
        assertThat(browser.evaluate("onPaper.paper").asText()).isEqualTo("rgb(255, 255, 255)");
        // Dark again afterwards.
        browser.await("getComputedStyle(document.body).backgroundColor !== 'rgb(255, 255, 255)'");
    }

    @Test
    void grades_areToldApartByWordSymbolAndColour() throws Exception {
        show(ReportFixture.everything(), 1280, 900, false);
        String grades = "[...document.querySelectorAll('#objectives td.word')]";

        assertThat(browser.evaluate(grades + ".map(g => g.textContent).join()").asText())
                .isEqualTo("\u25b2 poor,\u25d0 acceptable,\u25cf target");
        assertThat(browser.evaluate("new Set(" + grades + ".map(g => getComputedStyle(g).color)).size")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void parts_areLinkedFromTheTop_alsoThoseThatCameLater() throws Exception {
        CheckReport report = ReportFixture.many(5);
        Path page = folder.resolve("later.html");
        Files.writeString(
                page,
                HtmlReport.withProfiles(
                                HtmlReport.render(report), List.of(new ProfileLink("cpu", "profiles/here-cpu.html")))
                        .orElseThrow());
        browser.look(1280, 900, false);
        browser.open(page);

        assertThat(browser.evaluate("[...document.querySelectorAll('#parts a')].map(a => a.textContent).join()")
                        .asText())
                .isEqualTo("Comparison,Leaks,Profiles,Environment");
        assertThat(browser.evaluate("document.querySelector('#profiles a').href")
                        .asText())
                .isEqualTo(folder.resolve("profiles/here-cpu.html").toUri().toString());
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void page_withoutData_isBelowTwoMegabytes() throws Exception {
        CheckReport report = ReportFixture.many(1);

        assertThat(HtmlReport.render(report).length()).isLessThan(2_000_000);
    }

    private void show(CheckReport report, int width, int height, boolean dark) throws Exception {
        Path page = folder.resolve("report.html");
        Files.writeString(page, HtmlReport.render(report));
        browser.look(width, height, dark);
        browser.open(page);
    }

    private void openFirst(int rows) throws Exception {
        for (int i = 0; i < rows; i++) {
            browser.evaluate("document.querySelectorAll('#rows button.open')[" + i + "].click()");
        }
    }

    /** Charts are drawn when they come into view. */
    private void scrollThrough() throws Exception {
        browser.evaluate("""
                (async () => {
                  for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
                    scrollTo(0, y);
                    await new Promise(done => setTimeout(done, 30));
                  }
                  scrollTo(0, 0);
                })()""");
        browser.await(UNDRAWN + ".length === 0");
    }

    private void click(String selector) throws Exception {
        browser.evaluate("document.querySelector('" + selector + "').click()");
    }

    private void choose(String selector, String value) throws Exception {
        browser.evaluate("(() => { const s = document.querySelector('" + selector + "'); s.value = '" + value
                + "'; s.dispatchEvent(new Event('change')); })()");
    }
}
