package org.evenkeel.suite.report;

import java.util.List;
import org.evenkeel.compare.report.JsonReport;
import org.evenkeel.compare.verdict.Comparison.Outcome;
import org.evenkeel.compare.verdict.Verdict;

/** {@code comparison.json} of a run, which knows more than its rows: how each path was judged. */
public final class CheckJson {

    private CheckJson() {}

    /** Renders it. */
    public static String render(CheckReport report) {
        return report.baseline() instanceof BaselineUsed.InTurn inTurn
                ? JsonReport.render(report.comparison(), inTurn.paths(), outcome(report), report.status())
                : JsonReport.render(
                        report.comparison(), List.of(), report.comparison().outcome(), report.status());
    }

    private static Outcome outcome(CheckReport report) {
        return switch (report.status()) {
            case WRONG, BAD_INPUT -> Outcome.REGRESSED;
            case UNDECIDED, NO_BASELINE -> Outcome.INCONCLUSIVE;
            case OK ->
                report.comparison().count(Verdict.Improved.class::isInstance) > 0
                        ? Outcome.IMPROVED
                        : Outcome.EQUIVALENT;
        };
    }
}
