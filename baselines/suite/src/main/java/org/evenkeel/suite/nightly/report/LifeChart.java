package org.evenkeel.suite.nightly.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.nightly.verdict.LevelChange;

/** A benchmark's life as a chart of characters: a column a night, a mark where the level changed. */
public final class LifeChart {

    private static final int HEIGHT = 10;
    private static final int LABEL = 14;

    private LifeChart() {}

    /**
     * Renders the last nights of a life.
     *
     * @param columns how many nights at the most
     */
    public static String render(History history, Life life, HistoryVerdict verdict, int columns) {
        List<Life.Point> points = life.points()
                .subList(
                        Math.max(0, life.points().size() - columns),
                        life.points().size());
        double[] values = points.stream().mapToDouble(Life.Point::value).toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        Quantity quantity = Quantity.of(life.metric().unit(), OptionalDouble.of(high));
        List<String> lines = new ArrayList<>();
        lines.add(HistoryText.name(life.identity(), verdict.names()) + ", " + quantity.unit() + ", " + values.length
                + " nights");
        for (int row = HEIGHT - 1; row >= 0; row--) {
            StringBuilder line = new StringBuilder();
            for (double value : values) {
                int at = high > low ? (int) Math.round((value - low) / (high - low) * (HEIGHT - 1)) : HEIGHT / 2;
                line.append(at == row ? '*' : ' ');
            }
            double level = low + (high - low) * row / (HEIGHT - 1);
            lines.add(label(row % 3 == 0 ? quantity.show(OptionalDouble.of(level)) : "") + " |"
                    + line.toString().stripTrailing());
        }
        lines.add(label("") + " +" + "-".repeat(values.length));
        List<LevelChange> changes = verdict.changes().stream()
                .filter(change -> change.identity().equals(life.identity()))
                .toList();
        String marks = marks(history, points, changes);
        if (!marks.isBlank()) {
            lines.add(label("changed") + "  " + marks.stripTrailing());
        }
        changes.forEach(change -> lines.add("  " + HistoryText.line(change, verdict.names())));
        return String.join("\n", lines) + "\n";
    }

    private static String marks(History history, List<Life.Point> points, List<LevelChange> changes) {
        StringBuilder marks = new StringBuilder();
        for (Life.Point point : points) {
            Night night = history.nights().get(point.night());
            char mark = ' ';
            for (LevelChange change : changes) {
                if (change.before().run() == night.run()) {
                    mark = change.environment().isEmpty() ? '^' : 'E';
                }
            }
            marks.append(mark);
        }
        return marks.toString();
    }

    private static String label(String text) {
        return String.format(Locale.ROOT, "%" + LABEL + "s", text);
    }
}
