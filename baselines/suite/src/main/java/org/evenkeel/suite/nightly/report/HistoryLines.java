package org.evenkeel.suite.nightly.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.report.parts.HistoryLine;

/** Draws the lines of a history that a report shows. */
public final class HistoryLines {

    /** A line of fewer points shows nothing. */
    private static final int FEWEST_POINTS = 3;

    private HistoryLines() {}

    /**
     * One line for each life, in the history's order.
     *
     * @param verdict the levels that changed
     */
    public static List<HistoryLine> of(History history, HistoryVerdict verdict) {
        BenchmarkNames names =
                BenchmarkNames.of(history.lives().stream().map(Life::identity).toList());
        return history.lives().stream()
                .filter(life -> life.points().size() >= FEWEST_POINTS)
                .map(life -> line(history, life, verdict, names))
                .toList();
    }

    private static HistoryLine line(History history, Life life, HistoryVerdict verdict, BenchmarkNames names) {
        List<Night> nights = life.points().stream()
                .map(point -> history.nights().get(point.night()))
                .toList();
        List<HistoryLine.Point> points = IntStream.range(0, nights.size())
                .mapToObj(i -> new HistoryLine.Point(
                        Instant.ofEpochMilli(nights.get(i).epochMillis()),
                        nights.get(i).commit(),
                        life.points().get(i).value()))
                .toList();
        List<HistoryLine.Shift> shifts = verdict.changes().stream()
                .filter(change -> change.identity().equals(life.identity()))
                .filter(change -> nights.indexOf(change.before()) > 0)
                .map(change -> new HistoryLine.Shift(nights.indexOf(change.before()), change.relativeChange()))
                .toList();
        return new HistoryLine(
                names.label(life.identity()),
                life.metric().name(),
                life.metric().unit(),
                points,
                shifts);
    }
}
