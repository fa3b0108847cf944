package org.evenkeel.compare.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Verdict;

/**
 * Proves the gate on data of unchanged code: it must keep quiet on them as they are, and speak when a slowdown is
 * injected into one side.
 *
 * <p>The history from which a comparison learns never holds the code that is compared, unless as its own baseline.
 */
public final class GateProof {

    /** The slowdowns that are injected. */
    public static final List<Double> SLOWDOWNS = List.of(0.05, 0.10, 0.20, 0.50);

    /** As many sessions in the baseline as a group has left. */
    public static final int ALL_OTHERS = 0;

    private final Options options;
    private final SortedMap<Double, Integer> found = new TreeMap<>();
    private int comparisons;
    private int alarmed;
    private int benchmarks;
    private int falseAlarms;

    private GateProof(Options options) {
        this.options = options;
    }

    /**
     * Compares sessions with others of their group: each one, with those after it where there are to be several.
     *
     * @param exits gets the exit status of each comparison after each injected change
     * @param groups each the sessions of one unchanged code
     * @param history where noise is learnt; empty to learn from all groups but the one that is compared
     * @param currentSessions how many sessions are compared with the baseline
     * @param baseSessions how many sessions the baseline has, or {@link #ALL_OTHERS}; groups with too few for both are
     *     passed over
     */
    public static Rates ofSessions(
            Exits exits,
            List<List<Session>> groups,
            List<List<Session>> history,
            int currentSessions,
            int baseSessions,
            Options options) {
        GateProof proof = new GateProof(options);
        for (List<Session> group : groups) {
            int others = baseSessions == ALL_OTHERS ? group.size() - currentSessions : baseSessions;
            if (others > 0 && group.size() >= currentSessions + others) {
                Collection<List<Session>> learnt = history.isEmpty()
                        ? groups.stream().filter(other -> other != group).toList()
                        : history;
                for (int i = 0; i < group.size(); i++) {
                    List<Session> inTurn = new ArrayList<>(group);
                    Collections.rotate(inTurn, -i);
                    List<Session> base = inTurn.subList(currentSessions, currentSessions + others);
                    List<Session> current = inTurn.subList(0, currentSessions);
                    proof.compare(base, current, learnt);
                    for (InjectedChange change : InjectedChange.values()) {
                        change.into(current, i)
                                .map(changed -> Comparer.compare(base, changed, learnt, options)
                                        .status())
                                .ifPresent(status -> exits.add(change, status));
                    }
                }
            }
        }
        return proof.rates();
    }

    /** Compares every other fork of each session with the forks between them. Series with fewer than four are left out. */
    public static Rates ofForks(Collection<Session> sessions, Options options) {
        GateProof proof = new GateProof(options.withSessions(Options.Sessions.TOGETHER));
        for (Session session : sessions) {
            Session even = session.timesMapped(series -> everyOther(series, 0));
            Session odd = session.timesMapped(series -> everyOther(series, 1));
            if (!even.isEmpty()) {
                proof.compare(List.of(even), List.of(odd), List.of());
            }
        }
        return proof.rates();
    }

    private void compare(List<Session> base, List<Session> current, Collection<List<Session>> history) {
        int alarms = regressed(base, current, history, 0);
        if (comparisons == 0) {
            SLOWDOWNS.forEach(slowdown -> found.put(slowdown, 0));
        }
        comparisons++;
        falseAlarms += alarms;
        alarmed += alarms > 0 ? 1 : 0;
        for (double slowdown : SLOWDOWNS) {
            found.merge(slowdown, regressed(base, current, history, slowdown), Integer::sum);
        }
    }

    /** How many benchmarks are called regressed; those that both sides have are counted on the way, once. */
    private int regressed(
            List<Session> base, List<Session> current, Collection<List<Session>> history, double slowdown) {
        List<Session> slower = current.stream()
                .map(session -> session.timesMapped(series -> Optional.of(series.slowedBy(1 + slowdown))))
                .toList();
        List<Session> times =
                base.stream().map(session -> session.timesMapped(Optional::of)).toList();
        Comparison comparison = Comparer.compare(times, slower, history, options);
        if (slowdown == 0) {
            benchmarks += (int) comparison.rows().stream()
                    .filter(row -> row.base().isPresent() && row.current().isPresent())
                    .filter(row -> !(row.verdict() instanceof Verdict.Incomparable))
                    .count();
        }
        return (int) comparison.count(verdict -> verdict instanceof Verdict.Regressed);
    }

    private Rates rates() {
        return new Rates(comparisons, alarmed, benchmarks, falseAlarms, found);
    }

    private static Optional<Series> everyOther(Series series, int first) {
        double[] forks = series.forks();
        int half = forks.length / 2;
        if (half < 2) {
            return Optional.empty();
        }
        double[] some = new double[half];
        Arrays.setAll(some, i -> forks[2 * i + first]);
        return Optional.of(series.withForks(some));
    }
}
