package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.analysis.Scale;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.samples.Units;
import org.evenkeel.kernel.BadInputException;

/** Judges absolute limits. They need no baseline, except where they are shares of it. */
public final class Objectives {

    private Objectives() {}

    /**
     * Judges the sessions of the present code.
     *
     * @return a result for each row that an objective selects; an objective that selects none is left out
     * @throws BadInputException when the limit's unit is not of the metric's kind
     */
    public static List<ObjectiveResult> judge(List<Objective> objectives, List<Session> sessions) {
        return judge(objectives, sessions, List.of());
    }

    /** The same, also judging shares of the baseline by the rows of a comparison. */
    public static List<ObjectiveResult> judge(
            List<Objective> objectives, List<Session> sessions, List<Row> comparedRows) {
        if (objectives.isEmpty()) {
            return List.of();
        }
        SortedMap<Identity, Measured> measured = measured(sessions);
        List<ObjectiveResult> results = new ArrayList<>();
        for (Objective objective : objectives) {
            if (objective.bound() == Objective.Bound.WORSE_BY_AT_MOST) {
                addShares(objective, comparedRows, results);
            } else {
                measured.forEach((identity, one) -> {
                    if (objective.selector().selects(identity)) {
                        double value = one.value() * factor(objective, identity, one.metric());
                        results.add(new ObjectiveResult(objective, identity, value, objective.holds(value)));
                    }
                });
            }
        }
        return results;
    }

    private record Measured(Metric metric, double value) {}

    private static void addShares(Objective objective, List<Row> rows, List<ObjectiveResult> results) {
        for (Row row : rows) {
            OptionalDouble relative =
                    row.verdict().change().map(Change::relative).orElseGet(OptionalDouble::empty);
            if (relative.isPresent() && objective.selector().selects(row.identity())) {
                double share = relative.getAsDouble();
                results.add(new ObjectiveResult(objective, row.identity(), share, objective.holds(share)));
            }
        }
    }

    private static SortedMap<Identity, Measured> measured(List<Session> sessions) {
        SortedMap<Identity, List<Series>> series = new TreeMap<>();
        SortedMap<Identity, Measured> measured = new TreeMap<>();
        for (Session session : sessions) {
            session.series()
                    .forEach((identity, one) -> series.computeIfAbsent(identity, absent -> new ArrayList<>())
                            .add(one));
            session.leaks()
                    .forEach((identity, leak) -> leak.bytesPerOperation()
                            .ifPresent(rate ->
                                    measured.put(identity, new Measured(Metric.named(identity.metric()), rate))));
        }
        series.forEach((identity, same) -> {
            double mean = Scale.LINEAR.side(same).mean();
            if (Double.isFinite(mean)) {
                measured.put(identity, new Measured(same.get(0).metric(), mean));
            }
        });
        return measured;
    }

    private static double factor(Objective objective, Identity identity, Metric metric) {
        OptionalDouble factor = Units.factor(metric.unit(), objective.unit());
        if (factor.isEmpty()) {
            throw new BadInputException("the objective " + objective.selector() + " " + objective.words() + " selects "
                    + identity + ", which is measured in \"" + metric.unit()
                    + "\"; give it a unit of that kind, or a narrower benchmark, mode or metric");
        }
        return factor.getAsDouble();
    }
}
