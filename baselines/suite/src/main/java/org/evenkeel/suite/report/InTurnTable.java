package org.evenkeel.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;

/** The forms of paths that were measured in turn: a line each, with both sides and the verdict. */
final class InTurnTable {

    private static final List<String> HEADER =
            List.of("path", "form", "before", "now", "time per operation", "allocated", "verdict");

    private InTurnTable() {}

    /** The cells, with a header; it is alone when nothing was measured in turn. */
    static List<List<String>> cells(CheckReport report) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADER);
        for (Row row : report.comparison().rows()) {
            String path = row.identity().path();
            if (PathJudged.isScoreOf(path, row)) {
                Quantity quantity = Quantity.of(row.metric().unit(), row.current());
                cells.add(List.of(
                        path,
                        form(row.identity()),
                        shown(quantity, row.base()),
                        shown(quantity, row.current()),
                        Words.change(row),
                        allocated(report, row.identity()),
                        verdict(row)));
            } else if (AllForms.TIME.is(row.metric())) {
                cells.add(List.of(
                        path,
                        "all forms together",
                        "-",
                        "-",
                        Words.change(row),
                        allocatedTogether(report, path),
                        verdict(row)));
            }
        }
        return cells;
    }

    /** What is too close to call, and still far from a slowdown that anybody would see, is said as that. */
    private static String verdict(Row row) {
        OptionalDouble excluded = PathJudged.excluded(row);
        // What all forms together show counts where it is a change.
        return (row.verdict() instanceof Verdict.Inconclusive || !row.gated())
                        && excluded.isPresent()
                        && excluded.getAsDouble() <= PathJudged.MOST_EXCLUDED
                ? "not slower by " + JudgedPaths.atLeast(excluded.getAsDouble())
                : Words.verdict(row);
    }

    private static String form(Identity identity) {
        return identity.benchmark().substring(identity.benchmark().lastIndexOf('.') + 1);
    }

    private static String shown(Quantity quantity, OptionalDouble value) {
        return value.isPresent() ? quantity.show(value) + " " + quantity.unit() : "-";
    }

    private static String allocatedTogether(CheckReport report, String path) {
        return report.comparison().rows().stream()
                .filter(row -> AllForms.ALLOCATION.is(row.metric())
                        && path.equals(row.identity().path()))
                .findFirst()
                .map(row -> row.gated() ? Words.change(row) + " " + Words.verdict(row) : Words.change(row))
                .orElse("-");
    }

    private static String allocated(CheckReport report, Identity score) {
        return report.comparison().rows().stream()
                .filter(row -> row.identity().sameBenchmark(score)
                        && row.identity().metric().equals(Metric.ALLOCATION))
                .findFirst()
                .map(row -> row.current().isPresent()
                        ? shown(Quantity.of(row.metric().unit(), row.current()), row.current()) + " "
                                + Words.verdict(row)
                        : "-")
                .orElse("-");
    }
}
