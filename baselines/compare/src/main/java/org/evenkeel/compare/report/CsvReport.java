package org.evenkeel.compare.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.Csv;
import org.evenkeel.kernel.Interval;

/** One line per row for spreadsheets (RFC 4180); numbers are as they are, in the metric's own unit. */
public final class CsvReport {

    private CsvReport() {}

    /** Renders all rows, in the order of their identities. */
    public static String render(Comparison comparison) {
        StringBuilder text = new StringBuilder("benchmark,mode,threads,params,metric,unit,base,current,relativeChange,"
                + "lower,upper,adjustedPValue,minimumDetectableEffect,verdict,why\r\n");
        for (Row row : comparison.rows()) {
            var change = row.verdict().change();
            var interval = change.flatMap(Change::interval);
            var evidence = change.flatMap(Change::evidence);
            OptionalDouble none = OptionalDouble.empty();
            text.append(List.of(
                                    row.identity().benchmark(),
                                    row.identity().mode(),
                                    Integer.toString(row.identity().threads()),
                                    row.identity().params().entrySet().stream()
                                            .map(Map.Entry::toString)
                                            .collect(Collectors.joining(";")),
                                    row.metric().name(),
                                    row.metric().unit(),
                                    number(row.base()),
                                    number(row.current()),
                                    number(change.map(Change::relative).orElse(none)),
                                    number(interval.map(Interval::lower)
                                            .map(OptionalDouble::of)
                                            .orElse(none)),
                                    number(interval.map(Interval::upper)
                                            .map(OptionalDouble::of)
                                            .orElse(none)),
                                    number(evidence.map(Evidence::adjustedPValue)
                                            .map(OptionalDouble::of)
                                            .orElse(none)),
                                    number(evidence.map(Evidence::minimumDetectableEffect)
                                            .orElse(none)),
                                    row.verdict().word(),
                                    Words.why(row))
                            .stream()
                            .map(Csv::cell)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Double.toString(Quantity.stable(value.getAsDouble())) : "";
    }
}
