package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.compare.analysis.NoiseHistory;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.InvalidBenchmark;
import org.evenkeel.compare.samples.LeakResult;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.LeakVerdictName;

/** Compares the sessions of a baseline with those of the present code. */
public final class Comparer {

    private final List<Session> base;
    private final List<Session> current;
    private final Options options;
    private final Map<Identity, Row> rows = new HashMap<>();
    private final Set<Difference> otherSettings = new LinkedHashSet<>();

    private Comparer(List<Session> base, List<Session> current, Options options) {
        this.base = List.copyOf(base);
        this.current = List.copyOf(current);
        this.options = options;
    }

    /**
     * Compares.
     *
     * @param base sessions of one code, at least one
     * @param current sessions of another, at least one
     * @param history groups of sessions of unchanged code from which session noise is learnt, besides the two sides
     *     themselves; may be empty
     * @throws org.evenkeel.kernel.BadInputException when one benchmark has two units
     */
    public static Comparison compare(
            List<Session> base,
            List<Session> current,
            Collection<? extends Collection<Session>> history,
            Options options) {
        if (base.isEmpty() || current.isEmpty()) {
            throw new IllegalArgumentException("expected at least one session on each side");
        }
        List<Collection<Session>> groups = new ArrayList<>();
        Stream.concat(history.stream(), Stream.of(base, current))
                .forEach(sessions -> groups.addAll(MachineSpeed.parts(List.copyOf(sessions))));
        Comparer comparer = new Comparer(base, current, options);
        comparer.addInvalid();
        comparer.addLeaks();
        comparer.addSeries(NoiseHistory.learn(groups));
        List<Row> rows = comparer.asAWhole(comparer.rows.values().stream()
                .sorted(Comparator.comparing(Row::identity))
                .map(row -> options.rules().gates(row.identity()) ? row : row.ungated())
                .toList());
        List<ObjectiveResult> objectives = Objectives.judge(options.rules().objectives(), current, rows);
        return new Comparison(
                rows, objectives, options, base.size(), current.size(), List.copyOf(comparer.otherSettings));
    }

    /** What all times do together says something of each of them. Sides that were measured in turn share whatever moves all. */
    private List<Row> asAWhole(List<Row> judged) {
        if (options.sessions() == Options.Sessions.TOGETHER) {
            return judged;
        }
        Moves moves = Moves.of(judged);
        if (moves.areThrownAbout()) {
            return judged.stream().map(Comparer::thrownAbout).toList();
        }
        double allowance = DayToDay.allowance(base, current);
        if (!moves.areTogether() || moves.common() <= 0 || moves.common() > allowance) {
            return judged;
        }
        return judged.stream()
                .map(row -> {
                    double effect = Math.log1p(options.rules().minimumEffect(row.identity(), options.minimumEffect()));
                    return row.metric().kind() == MetricKind.TIME
                                    && row.verdict() instanceof Verdict.Regressed
                                    && !Moves.isWorseThan(row, moves.common(), effect)
                            ? row.asAllOthers()
                            : row;
                })
                .toList();
    }

    private static Row thrownAbout(Row row) {
        boolean changed = row.verdict() instanceof Verdict.Regressed || row.verdict() instanceof Verdict.Improved;
        return changed && row.metric().kind() == MetricKind.TIME
                ? row.with(new Verdict.Inconclusive(
                        row.verdict().change(),
                        false,
                        "times moved in both directions: another machine, or a noisier one"))
                : row;
    }

    private void addSeries(NoiseHistory history) {
        Pairing pairing = Pairing.of(base, current);
        pairing.oneSided((identity, row) -> rows.putIfAbsent(identity, row));
        List<Pair> times = new ArrayList<>();
        List<Pair> exact = new ArrayList<>();
        for (Pair pair : pairing.pairs()) {
            if (rows.containsKey(pair.identity())) {
                continue;
            }
            if (pair.isOfOtherKind()) {
                rows.put(pair.identity(), pair.rowOfBase(new Verdict.Incomparable(pair.differences())));
            } else if (pair.metric().kind() == MetricKind.EXACT) {
                exact.add(pair);
            } else if (pair.differences().isEmpty()) {
                times.add(pair);
            } else {
                rows.put(pair.identity(), pair.row(new Verdict.Incomparable(pair.differences())));
            }
        }
        TimeJudge.judge(times, history, options, rows);
        ExactJudge.judge(exact, options, rows);
        times.stream().flatMap(Pair::otherSettings).forEach(otherSettings::add);
    }

    private void addInvalid() {
        for (Session session : current) {
            for (InvalidBenchmark broken : session.invalid()) {
                rows.put(broken.identity(), Pair.oneSided(broken.identity(), new Verdict.Invalid(broken.reason())));
            }
        }
        // The other metrics of a broken benchmark are neither removed nor added: its one row says it all.
        for (InvalidBenchmark broken :
                current.stream().flatMap(session -> session.invalid().stream()).toList()) {
            Stream.concat(base.stream(), current.stream())
                    .flatMap(session -> session.series().values().stream())
                    .filter(series -> series.identity().sameBenchmark(broken.identity()))
                    .filter(series -> series.metric().kind() != MetricKind.INFORMATIVE)
                    .forEach(series -> rows.put(
                            series.identity(),
                            new Row(
                                    series.identity(),
                                    series.metric(),
                                    java.util.OptionalDouble.empty(),
                                    java.util.OptionalDouble.empty(),
                                    new Verdict.Invalid(broken.reason()))));
        }
    }

    private void addLeaks() {
        SortedMap<Identity, LeakResult> before = leaks(base);
        SortedMap<Identity, LeakResult> now = leaks(current);
        before.forEach((identity, result) -> {
            LeakResult other = now.get(identity);
            if (other != null && areRatesToCompare(result, other)) {
                return;
            }
            rows.put(
                    identity,
                    other == null ? Pair.oneSided(identity, new Verdict.Removed()) : LeakJudge.judge(result, other));
        });
        now.forEach((identity, result) -> {
            if (!before.containsKey(identity)) {
                rows.put(identity, LeakJudge.judgeAlone(result));
            }
        });
    }

    /** What leaked before and leaks now, by two JMH results: the rates of their forks say by how much more. */
    private boolean areRatesToCompare(LeakResult before, LeakResult now) {
        return before.verdict() == LeakVerdictName.GROWING
                && now.verdict() == LeakVerdictName.GROWING
                && Stream.of(base, current)
                        .allMatch(side -> side.stream()
                                .anyMatch(session -> session.series().containsKey(now.identity())));
    }

    /** The last session that checked a workload speaks for its side. */
    private static SortedMap<Identity, LeakResult> leaks(List<Session> sessions) {
        SortedMap<Identity, LeakResult> leaks = new TreeMap<>();
        sessions.stream().sorted(Comparator.comparing(Session::name)).forEach(session -> leaks.putAll(session.leaks()));
        return leaks;
    }

    /** The metric of a row that has no series. */
    static Metric metricOf(Identity identity) {
        return Metric.named(identity.metric());
    }
}
