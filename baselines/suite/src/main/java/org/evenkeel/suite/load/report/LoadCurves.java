package org.evenkeel.suite.load.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.Second;
import org.evenkeel.suite.load.verdict.LoadVerdict;
import org.evenkeel.suite.report.html.Json;

/** The curves of the page, as arrays. */
final class LoadCurves {

    /** More points than anybody sees; of a longer run every so many seconds are one. */
    private static final int MOST_POINTS = 3_600;

    private static final double MILLIS = 1e6;

    private LoadCurves() {}

    static ObjectNode of(List<LoadVerdict> verdicts) {
        ObjectNode page = Json.object();
        ArrayNode runs = page.putArray("runs");
        verdicts.forEach(verdict -> runs.add(run(verdict.run())));
        return page;
    }

    private static ObjectNode run(LoadRun run) {
        List<Second> seconds = thinned(run.seconds());
        ObjectNode node = Json.object();
        node.set("seconds", curve(seconds, Second::seconds));
        ArrayNode phases = node.putArray("phases");
        for (PhaseResult phase : run.phases()) {
            run.secondsOf(phase).stream().findFirst().ifPresent(first -> {
                ObjectNode one = phases.addObject();
                one.put("name", phase.phase().name());
                one.set("start", Json.number(first.seconds() - first.length()));
            });
        }
        node.set("offered", curve(seconds, Second::offered));
        node.set("achieved", curve(seconds, Second::achieved));
        node.set("errors", curve(seconds, Second::errors));
        node.set("dropped", curve(seconds, Second::dropped));
        node.set("users", curve(seconds, Second::users));
        node.set("inFlight", curve(seconds, Second::inFlight));
        for (int i = 0; i < Second.TIMES.size(); i++) {
            int place = i;
            node.set(Second.TIMES.get(i), curve(seconds, second -> positive(second.time(place))));
        }
        node.set("lag", curve(seconds, second -> positive(second.lagNanos())));
        node.set("heap", curve(seconds, second -> (double) second.heapBytes()));
        node.set("afterCollection", curve(seconds, second -> known(second.afterCollectionBytes())));
        node.set("resident", curve(seconds, second -> known(second.residentBytes())));
        node.set("outsideHeap", curve(seconds, second -> known(second.outsideHeapBytes())));
        node.set("threads", curve(seconds, Second::threads));
        node.set("descriptors", curve(seconds, second -> known(second.descriptors())));
        node.set("cpu", curve(seconds, second -> 100 * second.cpu()));
        node.set("pause", curve(seconds, Second::pauseMillis));
        run.heap().ifPresent(recording -> node.set("live", live(seconds, recording.samples())));
        ArrayNode gauges = node.putArray("gauges");
        for (int i = 0; i < run.gauges().size(); i++) {
            int place = i;
            ObjectNode gauge = gauges.addObject();
            gauge.put("name", run.gauges().get(i).name());
            gauge.put("unit", run.gauges().get(i).unit());
            gauge.set("values", curve(seconds, second -> second.gauge(place)));
        }
        return node;
    }

    /** What was counted last by each second. */
    private static ArrayNode live(List<Second> seconds, List<Sample> samples) {
        int next = 0;
        double last = Double.NaN;
        double[] values = new double[seconds.size()];
        for (int i = 0; i < values.length; i++) {
            while (next < samples.size()
                    && samples.get(next).elapsedNanos() / 1e9 <= seconds.get(i).seconds() + 1e-9) {
                last = known(samples.get(next++).reading(Signal.HEAP));
            }
            values[i] = last;
        }
        return Json.numbers(values);
    }

    private static List<Second> thinned(List<Second> seconds) {
        int step = seconds.size() / MOST_POINTS + 1;
        if (step == 1) {
            return seconds;
        }
        // The worst of each stretch: an average would hide the stall that one looks for.
        List<Second> worst = new ArrayList<>();
        for (int from = 0; from < seconds.size(); from += step) {
            List<Second> stretch = seconds.subList(from, Math.min(seconds.size(), from + step));
            worst.add(stretch.stream()
                    .max(Comparator.comparingDouble(second -> Double.isNaN(second.time(3)) ? -1 : second.time(3)))
                    .orElseThrow());
        }
        return worst;
    }

    private static ArrayNode curve(List<Second> seconds, ToDoubleFunction<Second> value) {
        return Json.numbers(seconds.stream().mapToDouble(value).toArray());
    }

    /** In milliseconds; a log scale has no zero. */
    private static double positive(double nanos) {
        return nanos > 0 ? nanos / MILLIS : Double.NaN;
    }

    private static double known(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : Double.NaN;
    }
}
