package org.evenkeel.suite.nightly.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.kernel.Csv;
import org.evenkeel.suite.nightly.samples.CsvHistoryReader;
import org.evenkeel.suite.nightly.samples.ExportedParams;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;

/** A history as CSV (RFC 4180): a line for each benchmark and metric of each night. */
public final class CsvHistory {

    private static final String HEADER = CsvHistoryReader.EXPORTED + "\r\n";

    private static final MathContext DIGITS = new MathContext(10);

    private CsvHistory() {}

    /**
     * Renders it.
     *
     * @param last how many nights, the newest; at least 1
     */
    public static String render(History history, int last) {
        StringBuilder text = new StringBuilder(HEADER);
        List<Night> nights = history.nights();
        int first = Math.max(0, nights.size() - last);
        for (Life life : history.lives()) {
            Identity identity = life.identity();
            String named = List.of(
                            identity.benchmark(),
                            identity.mode(),
                            Integer.toString(identity.threads()),
                            ExportedParams.written(identity.params()),
                            identity.metric(),
                            life.metric().unit())
                    .stream()
                    .map(Csv::cell)
                    .collect(Collectors.joining(","));
            for (Life.Point point : life.points()) {
                if (point.night() >= first) {
                    Night night = nights.get(point.night());
                    text.append(night.run())
                            .append(',')
                            .append(night.epochMillis())
                            .append(',')
                            .append(Csv.cell(night.commit()))
                            .append(',')
                            .append(named)
                            .append(',')
                            .append(number(point.value()))
                            .append(',')
                            .append(point.forks().stream()
                                    .map(CsvHistory::number)
                                    .collect(Collectors.joining(" ")))
                            .append("\r\n");
                }
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.toString(new BigDecimal(value).round(DIGITS).doubleValue());
    }
}
