package org.evenkeel.suite.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.samples.Distribution;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.RawResult;
import org.evenkeel.suite.report.parts.Parts;

/** What stands behind all metrics of one benchmark: its iterations and, in sample time, its calls. */
final class BenchmarkData {

    /** Points of a percentile curve for each decade of {@code 1 / (1 - q)}. */
    private static final int PER_DECADE = 8;

    private static final int BINS = 48;

    /** The histogram leaves out the slowest calls, which would squeeze all others into one bin. */
    private static final double SHOWN = 0.999;

    private BenchmarkData() {}

    /**
     * Benchmarks of both sides, by the text of their scores' identities.
     *
     * @param shown the scores of those that have a row on the page
     */
    static ObjectNode of(Parts parts, SortedSet<Identity> shown) {
        ObjectNode all = Json.object();
        for (Identity identity : shown) {
            if (parts.base().raw(identity).isPresent()
                    || parts.current().raw(identity).isPresent()) {
                all.set(identity.toString(), of(identity, parts));
            }
        }
        return all;
    }

    private static ObjectNode of(Identity identity, Parts parts) {
        Optional<RawResult> base = parts.base().raw(identity);
        Optional<RawResult> now = parts.current().raw(identity);
        String unit = now.or(() -> base).map(RawResult::unit).orElse("");
        // Where units changed, the other side's numbers are not of this chart.
        Optional<RawResult> comparable = base.filter(raw -> raw.unit().equals(unit));
        Quantity quantity = Quantity.of(unit, largest(comparable, now));
        ObjectNode data = Json.object();
        data.put("unit", quantity.unit()).put("factor", quantity.factor());
        ObjectNode iterations = data.putObject("iterations");
        iterations.set("base", Json.arrays(comparable.map(RawResult::iterations).orElse(List.of())));
        iterations.set("now", Json.arrays(now.map(RawResult::iterations).orElse(List.of())));
        calls(data, comparable.flatMap(RawResult::calls), now.flatMap(RawResult::calls));
        return data;
    }

    private static OptionalDouble largest(Optional<RawResult> base, Optional<RawResult> now) {
        return now.or(() -> base).stream()
                .flatMap(raw -> raw.iterations().stream())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max();
    }

    private static void calls(ObjectNode data, Optional<Distribution> base, Optional<Distribution> now) {
        List<Distribution> both = new ArrayList<>();
        base.ifPresent(both::add);
        now.ifPresent(both::add);
        if (both.isEmpty()) {
            return;
        }
        double[] edges = edges(both);
        data.set("edges", Json.numbers(edges));
        ObjectNode percentiles = data.putObject("percentiles");
        percentiles.set("base", base.map(BenchmarkData::percentiles).orElseGet(Json::array));
        percentiles.set("now", now.map(BenchmarkData::percentiles).orElseGet(Json::array));
        ObjectNode shares = data.putObject("shares");
        shares.set("base", base.map(calls -> shares(calls, edges)).orElseGet(Json::array));
        shares.set("now", now.map(calls -> shares(calls, edges)).orElseGet(Json::array));
    }

    /** Edges that widen by the same factor, over what both sides share. */
    private static double[] edges(List<Distribution> both) {
        double most = both.stream()
                .mapToDouble(calls -> calls.percentiles(SHOWN)[0])
                .max()
                .orElseThrow();
        double least = both.stream().mapToDouble(Distribution::least).min().orElseThrow();
        // A clock that ticks coarsely gives calls of no time at all, and those have no logarithm.
        double from = least > 0 ? least : most > 0 ? most / 1e4 : 1;
        double to = Math.max(1.01 * most, 1.5 * from);
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = from * Math.pow(to / from, (double) i / BINS);
        }
        return edges;
    }

    private static ArrayNode shares(Distribution calls, double... edges) {
        double total = calls.total();
        return Json.numbers(Arrays.stream(calls.countsBetween(edges))
                .mapToDouble(count -> count / total)
                .toArray());
    }

    /** Pairs of {@code 1 / (1 - q)} and the time at q, up to the slowest call. */
    private static ArrayNode percentiles(Distribution calls) {
        ArrayNode points = Json.array();
        double total = calls.total();
        for (int i = 0; Math.pow(10, (double) i / PER_DECADE) < total; i++) {
            double beyond = Math.pow(10, (double) i / PER_DECADE);
            double rank = Math.max(1 - 1 / beyond, 1 / total);
            points.add(Json.numbers(beyond, positive(calls.percentiles(rank)[0])));
        }
        points.add(Json.numbers(total, positive(calls.most())));
        return points;
    }

    /** A time that a logarithmic axis can show. */
    private static double positive(double time) {
        return time > 0 ? time : Double.NaN;
    }
}
