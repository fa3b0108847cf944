package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.compare.analysis.Scale;
import org.evenkeel.compare.analysis.Variance;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.Statistics;

/**
 * How far all times of a machine may move together from one day to another. Sessions of one day cannot show it, however many they are: they
 * share the day, with whatever else the machine does on it.
 */
final class DayToDay {

    /**
     * Where days are not known, or too few: a tenth and a bit, as a log ratio. With a deviation of 5 % from day to day two days differ
     * by more, one way, in one case of twenty.
     */
    private static final double ASSUMED = Math.log(1.14);

    /** Two days have one difference, and that is no deviation. */
    private static final int FEWEST_DAYS = 3;

    private static final double ALPHA = 0.05;

    private DayToDay() {}

    /** The log ratio up to which a move of all times together is the day's doing as likely as the code's; 0 within one day. */
    static double allowance(List<Session> base, List<Session> current) {
        if (Stream.concat(base.stream(), current.stream())
                .anyMatch(session -> session.day().isEmpty())) {
            return ASSUMED;
        }
        Set<String> days = days(base);
        if (days.containsAll(days(current))) {
            return 0;
        }
        return days.size() < FEWEST_DAYS ? ASSUMED : Math.min(ASSUMED, learnt(base, days));
    }

    private static Set<String> days(List<Session> sessions) {
        return sessions.stream()
                .flatMap(session -> session.day().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How far a day may lie from these, one way (Student's prediction interval). */
    private static double learnt(List<Session> base, Set<String> days) {
        Map<String, List<Double>> moves = new TreeMap<>();
        Map<Identity, Double> middles = new TreeMap<>();
        for (Session session : base) {
            logs(session).forEach((identity, log) -> middles.merge(identity, log / base.size(), Double::sum));
        }
        for (Session session : base) {
            double[] differences = logs(session).entrySet().stream()
                    .flatMap(entry -> Optional.ofNullable(middles.get(entry.getKey())).stream()
                            .map(middle -> entry.getValue() - middle))
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (differences.length > 0) {
                moves.computeIfAbsent(session.day().orElseThrow(), day -> new ArrayList<>())
                        .add(Statistics.median(differences));
            }
        }
        double[] ofDays = moves.values().stream()
                .mapToDouble(ofDay -> Statistics.median(
                        ofDay.stream().mapToDouble(Double::doubleValue).toArray()))
                .toArray();
        Variance variance = Variance.of(ofDays);
        double deviation = Math.sqrt(variance.value() * (1 + 1.0 / days.size()));
        return deviation > 0 ? new Estimate(0, deviation, variance.degreesOfFreedom()).margin(ALPHA) : 0;
    }

    private static Map<Identity, Double> logs(Session session) {
        Map<Identity, Double> logs = new TreeMap<>();
        session.series().values().stream()
                .filter(series -> series.metric().kind() == MetricKind.TIME && series.isPositive())
                .forEach(series -> logs.put(series.identity(), turned(series)));
        return logs;
    }

    private static double turned(Series series) {
        return series.metric()
                .direction()
                .worsening(Scale.LOG.side(List.of(series)).mean());
    }
}
