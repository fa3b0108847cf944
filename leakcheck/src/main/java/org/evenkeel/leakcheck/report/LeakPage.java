package org.evenkeel.leakcheck.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.samples.Unit;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;

/** Results as one page that needs nothing else: the verdict, what holds it, the growing classes and a chart of each signal that moved. */
public final class LeakPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Leak check</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; overflow-wrap: anywhere; margin: 2rem auto; padding: 0 1rem; color: #222 }
            h2 { margin-top: 2.5rem } .GROWING, .INVALID { color: #b00020 } .STEADY { color: #1b6e3c }
            .INCONCLUSIVE { color: #8a5a00 } table { border-collapse: collapse } td, th { padding: .1rem .8rem .1rem 0; text-align: left }
            td.number { text-align: right; font-variant-numeric: tabular-nums } figure { margin: 1.2rem 0 }
            figcaption { font-size: 13px } svg { max-width: 100%; height: auto } text { font-size: 11px; fill: #555 }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: .5rem .75rem }
            .cause { border-left: 4px solid #b00020; padding-left: .75rem; font-weight: 600 }
            .axis { stroke: #bbb } .reading { fill: #4a6fa5 } .fitted { stroke: #d2691e; stroke-width: 1.5 }
            </style>
            </head>
            <body>
            <h1>Leak check</h1>
            {{#reports}}
            <h2>{{workload}}: <span class="{{verdict}}">{{verdict}}</span></h2>
            <p>{{paragraph}}</p>
            {{#cause}}
            <p class="cause">{{.}}</p>
            {{/cause}}
            {{#details}}
            <pre>{{.}}</pre>
            {{/details}}
            {{#notes}}
            <p>Note: {{.}}</p>
            {{/notes}}
            {{#grows}}
            <table>
            <tr><th>growing class</th><th>instances</th><th>bytes</th></tr>
            {{#classes}}
            <tr><td>{{name}}</td><td class="number">{{instances}}</td><td class="number">{{bytes}}</td></tr>
            {{/classes}}
            </table>
            {{/grows}}
            {{#signals}}
            <figure>
            {{{chart}}}
            <figcaption><b>{{label}}</b>: <span class="{{style}}">{{tendency}}</span>, {{reason}}{{shape}}</figcaption>
            </figure>
            {{/signals}}
            {{#constant}}
            <p>Did not change: {{.}}.</p>
            {{/constant}}
            {{/reports}}
            </body>
            </html>
            """;

    /** Escapes whatever comes from outside. */
    private static final Template TEMPLATE =
            Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(PAGE);

    private LeakPage() {}

    /** Renders a page. */
    public static String render(List<LeakReport> reports) {
        return TEMPLATE.execute(
                Map.of("reports", reports.stream().map(LeakPage::section).toList()));
    }

    private static Map<String, Object> section(LeakReport report) {
        List<ClassFinding> growing = report.verdict().growth().classes();
        List<String> constant = new ArrayList<>();
        List<Map<String, Object>> signals = signals(report, constant);
        return Map.of(
                "workload", report.workload(),
                "verdict", report.verdictName(),
                "paragraph", TextReport.paragraph(report),
                "cause", CauseText.paragraph(report.cause()).stream().toList(),
                "details", lines(CauseText.details(report.cause()).strip()),
                "notes", report.recording().notes(),
                "grows", !growing.isEmpty(),
                "classes",
                        growing.stream()
                                .map(found -> row(found, report.recording().per()))
                                .toList(),
                "signals", signals,
                "constant", lines(String.join(", ", constant)));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static Map<String, Object> row(ClassFinding found, GrowthPer per) {
        return Map.of(
                "name", found.heapClass().name(),
                "instances", Quantities.rate(found.instancesPerOperation(), Unit.INSTANCES, per),
                "bytes", Quantities.rate(found.bytesPerOperation(), Unit.BYTES, per));
    }

    /** Those that moved, and into the other list the others with their value. */
    private static List<Map<String, Object>> signals(LeakReport report, List<String> constant) {
        List<Map<String, Object>> signals = new ArrayList<>();
        for (SignalFinding signal : report.verdict().evidence().signals()) {
            for (SignalSeries series : report.recording().series(signal.signal())) {
                double[] values = series.values(0, series.size());
                if (Arrays.stream(values).allMatch(value -> value == values[0])) {
                    constant.add(signal.signal().label() + " ("
                            + Quantities.of(values[0], signal.signal().unit()) + ")");
                    continue;
                }
                String tendency = Tendencies.name(signal.finding().tendency()).name();
                signals.add(Map.of(
                        "chart",
                        SignalChart.of(
                                series,
                                signal.signal().unit(),
                                report.recording().per(),
                                signal.perOperation().orElse(0)),
                        "label",
                        signal.signal().label(),
                        "style",
                        tendency,
                        "tendency",
                        tendency.toLowerCase(Locale.ROOT),
                        "reason",
                        signal.finding().reason(),
                        "shape",
                        // The best curve through what only scatters says nothing.
                        signal.finding().tendency() == Tendency.STEADY ? "" : "; shape: " + signal.modelName()));
            }
        }
        return signals;
    }
}
