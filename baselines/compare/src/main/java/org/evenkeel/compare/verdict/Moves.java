package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.evenkeel.compare.analysis.NoiseSource;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.Statistics;

/**
 * How the times of a comparison moved as a whole. What moves all of them together, or throws them about in both directions, is not the
 * doing of a change in one of them.
 *
 * @param paths how many have times
 * @param common by how much the middle path moved, as a log ratio, positive being worse
 * @param together the share of rows whose own interval holds that
 * @param thrown how far scores lie from the middle, by the half of their own intervals, as a standard deviation: that of the calmer direction, so
 *     that many that all became worse do not raise it. Only those count whose noise is assumed, and 0 is where they are few
 */
public record Moves(int paths, double common, double together, double thrown) {

    /** Of fewer paths nobody can say what all of them do. */
    private static final int FEWEST_PATHS = 5;

    private static final int FEWEST_SCORES = 8;

    /** So many of all rows have to move alike before it is the day's doing: all but those that a change may have hit. */
    private static final double LEAST_TOGETHER = 0.8;

    /** A little under a half is what noise does that is as large as it is taken to be. */
    private static final double MOST_THROWN = 0.7;

    /** The share of a normal distribution below one standard deviation less than its mean, in percent. */
    private static final double ONE_DEVIATION_BELOW = 15.87;

    /** One row, on the log scale. */
    private record Move(String path, double difference, Interval interval, boolean isAssumedScore) {

        static Optional<Move> of(Row row) {
            Optional<Change> change = row.verdict().change();
            if (row.metric().kind() != MetricKind.TIME
                    || !row.gated()
                    || change.flatMap(Change::interval).isEmpty()
                    || change.get().relative().isEmpty()) {
                return Optional.empty();
            }
            Interval bounds = change.get().interval().get();
            return Optional.of(new Move(
                    row.identity().path(),
                    Math.log1p(change.get().relative().getAsDouble()),
                    // Nothing is faster than no time at all, whatever an interval says.
                    new Interval(
                            Math.log1p(Math.max(-1, bounds.lower())),
                            Math.log1p(bounds.upper()),
                            bounds.confidenceLevel()),
                    row.metric().name().equals(Metric.SCORE)
                            && change.get()
                                    .evidence()
                                    .filter(evidence -> evidence.source() == NoiseSource.ASSUMED)
                                    .isPresent()));
        }

        boolean holds(double log) {
            return interval.lower() <= log && log <= interval.upper();
        }

        double halfInterval() {
            return (interval.upper() - interval.lower()) / 2;
        }
    }

    /** Those of some rows. */
    public static Moves of(Collection<Row> rows) {
        List<Move> moves = rows.stream().flatMap(row -> Move.of(row).stream()).toList();
        if (moves.isEmpty()) {
            return new Moves(0, 0, 0, 0);
        }
        Map<String, List<Double>> paths = new HashMap<>();
        moves.forEach(move ->
                paths.computeIfAbsent(move.path(), path -> new ArrayList<>()).add(move.difference()));
        double common = Statistics.median(paths.values().stream()
                .mapToDouble(values -> Statistics.median(
                        values.stream().mapToDouble(Double::doubleValue).toArray()))
                .toArray());
        double alike = moves.stream().filter(move -> move.holds(common)).count();
        return new Moves(paths.size(), common, alike / moves.size(), thrown(moves, common));
    }

    /** Whether nearly all times moved alike. */
    public boolean areTogether() {
        return paths >= FEWEST_PATHS && together >= LEAST_TOGETHER;
    }

    /** Whether times moved in both directions by more than their noise can explain. */
    public boolean areThrownAbout() {
        return thrown > MOST_THROWN;
    }

    /** Whether a row is worse than all moved together, by more than an effect, a log ratio, and by its own interval. */
    static boolean isWorseThan(Row row, double common, double effect) {
        return Move.of(row)
                .filter(move -> move.interval().lower() - common > effect)
                .isPresent();
    }

    private static double thrown(List<Move> moves, double common) {
        double[] scores = moves.stream()
                .filter(Move::isAssumedScore)
                .mapToDouble(move -> (move.difference() - common) / move.halfInterval())
                .toArray();
        if (scores.length < FEWEST_SCORES) {
            return 0;
        }
        Percentile percentile = new Percentile();
        percentile.setData(scores);
        double middle = percentile.evaluate(50);
        return Math.min(
                middle - percentile.evaluate(ONE_DEVIATION_BELOW),
                percentile.evaluate(100 - ONE_DEVIATION_BELOW) - middle);
    }
}
