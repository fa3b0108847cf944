package org.evenkeel.suite.report.html;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.evenkeel.suite.report.CheckReport;

/**
 * Measures how long pages of a thousand benchmarks take to open in Chromium; {@code docs/use/report.md} says how it is run.
 *
 * <p>Times are the page's own, from the beginning of its navigation: until its script has put everything there, and until
 * the frame after that was drawn.
 */
final class ReportSpeed {

    private static final int RUNS = 9;

    private static final String CLOCK = """
            addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => {
              window.drawnAfterMillis = performance.now();
            })))""";

    private ReportSpeed() {}

    /** Prints a line for each page; no arguments. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("evenkeel-report-speed");
        try (Browser browser = Browser.start()) {
            browser.beforeEveryPage(CLOCK);
            browser.look(1280, 900, false);
            measure("average time", ReportFixture.many(1_000), folder, browser);
            measure("sample time", ReportFixture.manySampled(1_000), folder, browser);
        } finally {
            Files.deleteIfExists(page(folder));
            Files.delete(folder);
        }
    }

    private static void measure(String what, CheckReport report, Path folder, Browser browser) throws Exception {
        Files.writeString(page(folder), HtmlReport.render(report));
        double[] there = new double[RUNS];
        double[] drawn = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            browser.open(page(folder));
            browser.await("window.drawnAfterMillis");
            there[run] = browser.evaluate(
                            "performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart")
                    .asDouble();
            drawn[run] = browser.evaluate("drawnAfterMillis").asDouble();
        }
        System.out.printf(
                Locale.ROOT,
                "1,000 benchmarks in %s, %d rows, %.1f MB: there after %s ms, drawn after %s ms%n",
                what,
                report.comparison().rows().size(),
                Files.size(page(folder)) / 1e6,
                range(there),
                range(drawn));
    }

    private static Path page(Path folder) {
        return folder.resolve("report.html");
    }

    private static String range(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.0f (median of %d, most %.0f)", sorted[RUNS / 2], RUNS, sorted[RUNS - 1]);
    }
}
