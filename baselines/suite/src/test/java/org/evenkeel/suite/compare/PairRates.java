package org.evenkeel.suite.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.ExitStatus;

/**
 * Prints with which status comparisons end of each session of unchanged code with each other one, as they are and after one path or all of the
 * second side became slower: {@code PairRates FOLDER [MARGIN [BASE_SESSIONS [learn]]]}.
 *
 * <p>{@code FOLDER} holds sessions of one code, or a folder for each code. {@code BASE_SESSIONS} above 1 takes those behind the one that is
 * compared; {@code learn} learns noise from the other codes.
 */
final class PairRates {

    /** Where there are more paths, each pair has one of them changed. */
    private static final int MOST_PATHS = 5;

    private final Map<String, Counts> counts = new LinkedHashMap<>();
    private final Options options;

    private PairRates(Options options) {
        this.options = options;
    }

    private static final class Counts {
        private final Map<ExitStatus, Integer> ends = new EnumMap<>(ExitStatus.class);
        private int runs;
        private int suspected;
    }

    /** Takes the folder and what is asked. */
    public static void main(String[] args) {
        List<List<Session>> groups = GateProofRun.groupsAt(List.of(args[0]));
        Options options = args.length > 1 ? Options.DEFAULT.withMargin(Double.parseDouble(args[1])) : Options.DEFAULT;
        int sessions = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        PairRates rates = new PairRates(options);
        for (List<Session> group : groups) {
            List<List<Session>> others = args.length > 3
                    ? groups.stream().filter(other -> other != group).toList()
                    : List.of();
            rates.group(group, sessions, others);
        }
        rates.print();
    }

    private void group(List<Session> group, int baseSessions, Collection<List<Session>> history) {
        int turn = 0;
        for (int current = 0; current < group.size(); current++) {
            for (int from = 1; from < group.size() && (baseSessions == 1 || from == 1); from++) {
                List<Session> base = new ArrayList<>();
                for (int i = 0; i < baseSessions && from + i < group.size(); i++) {
                    base.add(group.get((current + from + i) % group.size()));
                }
                if (base.size() == baseSessions) {
                    pair(base, group.get(current), history, turn++);
                }
            }
        }
    }

    private void pair(List<Session> base, Session current, Collection<List<Session>> history, int turn) {
        List<String> paths = new ArrayList<>(new TreeSet<>(current.series().values().stream()
                .filter(series -> series.metric().kind() == MetricKind.TIME)
                .map(series -> series.identity().path())
                .toList()));
        List<String> some = paths.size() <= MOST_PATHS ? paths : List.of(paths.get(turn % paths.size()));
        count("unchanged", compare(base, current, history), "");
        for (double factor : new double[] {1.5, 2}) {
            for (String path : some) {
                count(
                        "one path x " + factor,
                        compare(
                                base,
                                slowed(
                                        current,
                                        factor,
                                        identity -> identity.path().equals(path)),
                                history),
                        path);
            }
            count("all x " + factor, compare(base, slowed(current, factor, identity -> true), history), "");
        }
    }

    private Comparison compare(List<Session> base, Session current, Collection<List<Session>> history) {
        return Comparer.compare(base, List.of(current), history, options);
    }

    private void count(String change, Comparison comparison, String path) {
        Counts of = counts.computeIfAbsent(change, absent -> new Counts());
        of.runs++;
        of.ends.merge(comparison.status(), 1, Integer::sum);
        of.suspected += comparison.times().suspects().stream()
                        .anyMatch(suspect -> suspect.path().equals(path))
                ? 1
                : 0;
    }

    private static Session slowed(Session session, double factor, Predicate<Identity> which) {
        return session.mapped(series -> series.metric().kind() == MetricKind.TIME && which.test(series.identity())
                ? series.slowedBy(factor)
                : series);
    }

    private void print() {
        counts.forEach((change, of) -> {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-16s %4d runs", change, of.runs));
            Arrays.stream(new ExitStatus[] {ExitStatus.OK, ExitStatus.WRONG, ExitStatus.UNDECIDED})
                    .forEach(status -> line.append(ended(of, status)));
            System.out.println(line + String.format(Locale.ROOT, "; the path suspect in %d", of.suspected));
        });
    }

    /** How many ended so; where none did, the upper 95 % bound of their share. */
    private static String ended(Counts of, ExitStatus status) {
        int count = of.ends.getOrDefault(status, 0);
        return String.format(Locale.ROOT, "; status %d: %d", status.code(), count)
                + (count == 0
                        ? String.format(Locale.ROOT, " (at most %.1f %%)", 100 * (1 - Math.pow(0.05, 1.0 / of.runs)))
                        : "");
    }
}
