package org.evenkeel.suite.nightly.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.HistoryJudge;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.report.html.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPageTest {

    private static final long BEGIN_MILLIS = 1_700_000_000_000L;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

    @TempDir
    Path folder;

    /** Every seventh benchmark got slower by a fifth on a night of its own. */
    static History year(int benchmarks, int nights) {
        Random random = new Random(11);
        Metric metric = new Metric(Metric.SCORE, "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER);
        History.Builder history = new History.Builder();
        double[] levels = new double[benchmarks];
        for (int i = 0; i < benchmarks; i++) {
            levels[i] = Math.exp(random.nextDouble() * 15);
        }
        for (int night = 0; night < nights; night++) {
            history.night(new Night(
                    night,
                    BEGIN_MILLIS + night * DAY_MILLIS,
                    String.format("%08x", 7_919L * night),
                    new TreeMap<>(Map.of("cpu.model", "Example CPU", "jvm.version", "17"))));
            for (int i = 0; i < benchmarks; i++) {
                double step = i % 7 == 0 && night > nights / 3 + i % (nights / 2) ? 1.2 : 1;
                List<Double> forks = new ArrayList<>();
                for (int fork = 0; fork < 3; fork++) {
                    forks.add(levels[i] * step * Math.exp(0.01 * random.nextGaussian()));
                }
                String name = i == 1 ? HOSTILE : Integer.toString(i);
                history.add(
                        new Identity(
                                "com.acme.Group" + i / 10 + ".case" + i % 10,
                                "avgt",
                                1,
                                new TreeMap<>(Map.of("size", name)),
                                Metric.SCORE),
                        metric,
                        forks);
            }
        }
        return history.build();
    }

    @Test
    void page_inABrowser_showsLinesAlarmsAndChangePoints_andFindsByName() throws Exception {
        assumeThat(Browser.executable())
                .as("a Chromium; install it, or name it by -Devenkeel.chromium")
                .isPresent();
        History history = year(50, 120);
        HistoryVerdict verdict = HistoryJudge.judge(history);
        Path page = Files.writeString(folder.resolve("history.html"), HistoryPage.render(history, verdict));

        try (Browser browser = Browser.start()) {
            browser.look(1280, 800, false);
            browser.open(page);

            assertThat(verdict.alarms()).isNotEmpty();
            assertThat(browser.evaluate("document.getElementById('count').textContent")
                            .asText())
                    .isEqualTo("50 of 50 series");
            assertThat(browser.evaluate("document.querySelectorAll('#detail circle.alarm').length")
                            .asInt())
                    .isPositive();
            assertThat(browser.evaluate("document.querySelectorAll('#detail line.change').length")
                            .asInt())
                    .isPositive();
            assertThat(browser.evaluate("document.querySelector('#detail table').textContent")
                            .asText())
                    .contains("step", "%");
            Path pictures = Files.createDirectories(Path.of("target", "report-pictures"));
            browser.photograph(pictures.resolve("history-light.png"));
            browser.look(1280, 800, true);
            browser.photograph(pictures.resolve("history-dark.png"));
            browser.look(420, 800, false);
            browser.photograph(pictures.resolve("history-narrow.png"));

            browser.evaluate("(() => { const find = document.getElementById('find'); find.value = 'group3.case5';"
                    + " find.oninput(); return true; })()");
            assertThat(browser.evaluate("document.getElementById('count').textContent")
                            .asText())
                    .isEqualTo("1 of 50 series");
            assertThat(browser.evaluate("document.querySelector('#detail h2').textContent")
                            .asText())
                    .contains("Group3.case5");
            browser.evaluate("(() => { const find = document.getElementById('find'); find.value = 'onerror';"
                    + " find.oninput(); return true; })()");
            assertThat(browser.evaluate("document.querySelector('#detail h2').textContent")
                            .asText())
                    .contains("<img src=x onerror=alert(1)>");
            assertThat(browser.evaluate("document.images.length").asInt()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void page_ofAYearOfAThousandBenchmarks_isOpenedAtOnce() throws Exception {
        assumeThat(Browser.executable())
                .as("a Chromium; install it, or name it by -Devenkeel.chromium")
                .isPresent();
        History history = year(1000, 365);
        Path page = Files.writeString(
                folder.resolve("history.html"), HistoryPage.render(history, HistoryJudge.judge(history)));

        try (Browser browser = Browser.start()) {
            browser.look(1280, 800, false);
            browser.open(page);
            double millis = browser.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
                    .asDouble();
            System.out.printf("%d bytes, opened in %.0f ms%n", Files.size(page), millis);

            // The rows of a screen are drawn, not all of them: that is what makes it quick on any machine.
            assertThat(browser.evaluate("document.querySelectorAll('.row').length")
                            .asInt())
                    .isBetween(10, 40);
            browser.evaluate("(() => { const list = document.getElementById('list'); list.scrollTop = 999 * 48;"
                    + " list.onscroll(); return true; })()");
            assertThat(browser.evaluate("document.querySelector('.row:last-child .name').textContent")
                            .asText())
                    .contains("Group99.case9");
        }
    }
}
