package org.evenkeel.suite.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.RowName;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.suite.report.parts.Parts;

/** The rows of the table: those that were compared, and what was measured besides. */
final class RowData {

    /** What the table says of a number that nobody judges. */
    static final String NOT_JUDGED = "not judged";

    private final Parts parts;
    private final Options options;
    private final BenchmarkNames names;
    private final ArrayNode rows = Json.array();
    private final SortedSet<Identity> benchmarks = new TreeSet<>();

    RowData(Parts parts, Options options, BenchmarkNames names) {
        this.parts = parts;
        this.options = options;
        this.names = names;
    }

    ArrayNode rows() {
        return rows;
    }

    /** The scores of the benchmarks that have a row. */
    SortedSet<Identity> benchmarks() {
        return benchmarks;
    }

    void add(Row row) {
        ObjectNode data = start(
                row.identity(), Quantity.of(row.metric().unit(), row.base(), row.current()), row.base(), row.current());
        Optional<Change> change = row.verdict().change();
        data.put("verdict", Words.verdict(row.verdict()))
                .put("gated", row.gated())
                .put("change", Words.change(row))
                .put("why", Words.why(row));
        data.set("relative", Json.number(change.map(Change::relative).orElseGet(OptionalDouble::empty)));
        data.set(
                "lower",
                Json.number(change.flatMap(Change::interval)
                        .map(interval -> interval.lower())
                        .orElse(Double.NaN)));
        data.set(
                "upper",
                Json.number(change.flatMap(Change::interval)
                        .map(interval -> interval.upper())
                        .orElse(Double.NaN)));
        data.put("margin", options.rules().margin(row.identity(), options.margin()));
        data.set("rule", facts(RuleFacts.of(row, options)));
    }

    /** A number that was measured and not compared. */
    void add(Series series) {
        OptionalDouble median = OptionalDouble.of(series.median());
        ObjectNode data =
                start(series.identity(), Quantity.of(series.metric().unit(), median), OptionalDouble.empty(), median);
        data.put("verdict", NOT_JUDGED).put("gated", true).put("change", "").put("why", "");
        data.putNull("relative").putNull("lower").putNull("upper");
        data.put("margin", options.margin());
        data.set(
                "rule",
                facts(List.of(
                        List.of("benchmark", series.identity().benchmark()),
                        List.of("verdict", "measured, and not compared with anything"))));
    }

    private ObjectNode start(Identity identity, Quantity quantity, OptionalDouble base, OptionalDouble now) {
        RowName name = RowName.of(identity, names);
        Identity score = identity.withMetric(Metric.SCORE);
        benchmarks.add(score);
        ObjectNode data = rows.addObject();
        data.put("id", rows.size() - 1)
                .put("rank", rows.size() - 1)
                .put("name", names.label(identity))
                .put("title", name.title())
                .put("subtitle", name.subtitle())
                .put("path", name.path())
                .put("form", name.form())
                .put("metric", identity.metric())
                .put("benchmark", score.toString())
                .put("unit", quantity.unit())
                .put("factor", quantity.factor());
        data.set("base", Json.number(base));
        data.set("now", Json.number(now));
        ObjectNode forks = data.putObject("forks");
        forks.set("base", Json.arrays(parts.base().forks(identity)));
        forks.set("now", Json.arrays(parts.current().forks(identity)));
        return data;
    }

    private static ArrayNode facts(List<List<String>> facts) {
        ArrayNode all = Json.array();
        for (List<String> fact : facts) {
            ArrayNode pair = all.addArray();
            fact.forEach(pair::add);
        }
        return all;
    }
}
