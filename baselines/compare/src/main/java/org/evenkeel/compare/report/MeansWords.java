package org.evenkeel.compare.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;

/**
 * Which means are shown, and which are compared. Scores are shown as JMH shows them; what is compared is geometric, so that a rate and the time
 * that is its reciprocal change alike. Where iterations lie far apart, the change is not that of the two numbers beside it.
 */
final class MeansWords {

    /** A difference of less nobody sees in numbers of four digits and shares of three. */
    private static final double LEAST_APART = 0.02;

    private MeansWords() {}

    /** One note; none where no scores of sessions were compared. */
    static List<String> of(Comparison comparison) {
        List<Row> scores = comparison.rows().stream()
                .filter(row -> row.metric().kind() == MetricKind.TIME
                        && row.metric().name().equals(Metric.SCORE))
                .toList();
        if (scores.isEmpty() || comparison.options().sessions() == Options.Sessions.TOGETHER) {
            return List.of();
        }
        String note =
                "Scores are means, as JMH shows them; a change is that of geometric means of iterations, forks and sessions";
        Optional<Row> furthest = scores.stream()
                .filter(row -> apart(row) > LEAST_APART)
                .max(Comparator.comparingDouble(MeansWords::apart));
        return List.of(note
                + furthest.map(row -> ", which differ where iterations lie far apart: the two scores of "
                                + comparison.names().label(row.identity()) + " are "
                                + Words.percent(ofShown(row).orElseThrow()) + " apart.")
                        .orElse("."));
    }

    /** By how much, on the log scale, the change differs from that of the two numbers that are shown. */
    private static double apart(Row row) {
        OptionalDouble relative = row.verdict().change().map(Change::relative).orElseGet(OptionalDouble::empty);
        OptionalDouble shown = ofShown(row);
        return relative.isPresent() && shown.isPresent()
                ? Math.abs(Math.log1p(relative.getAsDouble()) - Math.log1p(shown.getAsDouble()))
                : 0;
    }

    /** The change of time per operation by the two numbers that are shown. */
    private static OptionalDouble ofShown(Row row) {
        double base = row.base().orElse(0);
        double current = row.current().orElse(0);
        return base > 0 && current > 0
                ? OptionalDouble.of(Math.expm1(row.metric().direction().worsening(Math.log(current / base))))
                : OptionalDouble.empty();
    }
}
