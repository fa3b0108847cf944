package org.evenkeel.leakcheck.report;

import java.util.List;
import java.util.Locale;
import org.evenkeel.leakcheck.samples.Unit;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.SignalFinding;

/** Results as one page that needs nothing else: the verdict, the growing classes and a chart of each signal. */
public final class LeakPage {

    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; overflow-wrap: anywhere; margin: 2rem auto; padding: 0 1rem; color: #222 }
            h2 { margin-top: 2.5rem } .GROWING, .INVALID { color: #b00020 } .STEADY { color: #1b6e3c }
            .INCONCLUSIVE { color: #8a5a00 } table { border-collapse: collapse } td, th { padding: .1rem .8rem .1rem 0; text-align: left }
            td.number { text-align: right; font-variant-numeric: tabular-nums } figure { margin: 1.2rem 0 }
            figcaption { font-size: 13px } svg { max-width: 100%; height: auto } text { font-size: 11px; fill: #555 }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: .5rem .75rem }
            .axis { stroke: #bbb } .reading { fill: #4a6fa5 } .fitted { stroke: #d2691e; stroke-width: 1.5 }
            """;

    private LeakPage() {}

    /** Renders a page. */
    public static String render(List<LeakReport> reports) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<title>Leak check</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Leak check</h1>\n");
        reports.forEach(report -> section(page, report));
        return page.append("</body>\n</html>\n").toString();
    }

    private static void section(StringBuilder page, LeakReport report) {
        page.append(String.format(
                Locale.ROOT,
                "<h2>%s: <span class=\"%s\">%s</span></h2>%n<p>%s</p>%n",
                escape(report.workload()),
                report.verdictName(),
                report.verdictName(),
                escape(TextReport.paragraph(report))));
        String cause = CauseText.render(report.cause()).strip();
        if (!cause.isEmpty()) {
            page.append("<pre>").append(escape(cause)).append("</pre>\n");
        }
        report.recording()
                .notes()
                .forEach(note -> page.append("<p>Note: ").append(escape(note)).append("</p>\n"));
        LeakEvidence evidence = report.verdict().evidence();
        classes(page, report.verdict().growth().classes());
        for (SignalFinding signal : evidence.signals()) {
            report.recording().series(signal.signal()).forEach(series -> {
                Unit unit = signal.signal().unit();
                String tendency = Tendencies.name(signal.finding().tendency());
                page.append("<figure>\n")
                        .append(SignalChart.of(
                                series, unit, signal.perOperation().orElse(0)))
                        .append(String.format(
                                Locale.ROOT,
                                "<figcaption><b>%s</b>: <span class=\"%s\">%s</span>, %s; shape: %s</figcaption>%n</figure>%n",
                                signal.signal().label(),
                                tendency,
                                tendency.toLowerCase(Locale.ROOT),
                                escape(signal.finding().reason()),
                                signal.modelName()));
            });
        }
    }

    private static void classes(StringBuilder page, List<ClassFinding> growing) {
        if (growing.isEmpty()) {
            return;
        }
        page.append("<table>\n<tr><th>growing class</th><th>instances</th><th>bytes</th></tr>\n");
        for (ClassFinding found : growing) {
            page.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td></tr>%n",
                    escape(found.heapClass().name()),
                    Quantities.perOperation(found.instancesPerOperation(), Unit.INSTANCES),
                    Quantities.perOperation(found.bytesPerOperation(), Unit.BYTES)));
        }
        page.append("</table>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
