package org.evenkeel.suite.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.leakcheck.report.FittedLine;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.verdict.GrowthRate;
import org.evenkeel.leakcheck.verdict.SignalFinding;

/** The signals of a leak check, each over the operations, with its fitted line. */
final class LeakData {

    private LeakData() {}

    static ObjectNode of(LeakReport leak) {
        ObjectNode data = Json.object();
        data.put("workload", leak.workload());
        ArrayNode signals = data.putArray("signals");
        for (SignalFinding signal : leak.verdict().evidence().signals()) {
            leak.recording().series(signal.signal()).stream()
                    .filter(LeakData::moves)
                    .forEach(series -> signals.add(signal(leak, signal, series)));
        }
        return data;
    }

    /** The signals that never moved: a sentence does for them. */
    static List<String> still(LeakReport leak) {
        return leak.verdict().evidence().signals().stream()
                .map(SignalFinding::signal)
                .filter(signal -> leak.recording().series(signal).stream().anyMatch(series -> !moves(series)))
                .map(Signal::label)
                .toList();
    }

    private static boolean moves(SignalSeries series) {
        for (int i = 1; i < series.size(); i++) {
            if (series.value(i) != series.value(0)) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode signal(LeakReport leak, SignalFinding found, SignalSeries series) {
        ObjectNode data = Json.object();
        data.put("name", found.signal().label())
                .put("unit", found.signal().unit().plural())
                .put("tendency", found.finding().tendency().name().toLowerCase(Locale.ROOT))
                .put("reason", found.finding().reason());
        ArrayNode points = data.putArray("points");
        for (int i = 0; i < series.size(); i++) {
            points.add(point(series.operations(i), series.value(i)));
        }
        if (found.perOperation().isPresent()) {
            Optional<GrowthRate> rate =
                    found.signal() == Signal.HEAP ? leak.verdict().evidence().rate() : Optional.empty();
            data.set(
                    "fit",
                    fit(FittedLine.of(series, found.perOperation().getAsDouble(), rate.map(GrowthRate::interval))));
        }
        return data;
    }

    private static ObjectNode fit(FittedLine line) {
        ObjectNode data = Json.object();
        ArrayNode middle = data.putArray("line");
        line.corners().forEach(x -> middle.add(point(x, line.at(x))));
        if (line.band().isPresent()) {
            ArrayNode lower = data.putArray("lower");
            ArrayNode upper = data.putArray("upper");
            line.corners().forEach(x -> {
                lower.add(point(x, line.lower(x).orElseThrow()));
                upper.add(point(x, line.upper(x).orElseThrow()));
            });
        }
        return data;
    }

    /** All digits: what a heap of many megabytes gains is in the last of them. */
    private static ArrayNode point(double x, double y) {
        return Json.array().add(x).add(Math.rint(y * 100) / 100);
    }
}
