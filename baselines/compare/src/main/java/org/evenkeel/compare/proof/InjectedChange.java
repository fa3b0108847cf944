package org.evenkeel.compare.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;

/** What the self-test does to the present side of a comparison of unchanged code, and which exit status would then be a lie. */
public enum InjectedChange {
    NOTHING("nothing", ExitStatus.WRONG, 0.05),
    /** What another day on the same machine does to all of them; on the same day it would be the code's doing. */
    COMMON_SHIFT("all +3 %, another day", ExitStatus.WRONG, 0.05),
    ALL_HALF_AS_SLOW_AGAIN("all +50 %", ExitStatus.OK, 0.02),
    ALL_DOUBLED("all doubled", ExitStatus.OK, 0),
    ONE_PATH_DOUBLED("one path doubled", ExitStatus.OK, 0),
    /** A compiler that decides otherwise in some JVMs. */
    SLOW_MODE("a fork in four doubled", ExitStatus.OK, 0.05),
    RENAMED("one renamed, doubled", ExitStatus.OK, 0),
    /** An object that escapes in all forks but one. */
    ALLOCATION_FLIP("one +4 kB/op", ExitStatus.OK, 0);

    private static final double SHIFT = 1.03;
    private static final String ANOTHER_DAY = "2001-01-01";
    private static final int ONE_IN = 4;
    private static final double FLIP_BYTES = 4_096;

    private final String words;
    private final ExitStatus lie;
    private final double mostLies;

    InjectedChange(String words, ExitStatus lie, double mostLies) {
        this.words = words;
        this.lie = lie;
        this.mostLies = mostLies;
    }

    /** What it does, for a table's head. */
    public String words() {
        return words;
    }

    /** The exit status that a build must not see. */
    public ExitStatus lie() {
        return lie;
    }

    /** The largest share of comparisons that may end with it. */
    public double mostLies() {
        return mostLies;
    }

    /**
     * The sessions with the fault.
     *
     * @param turn which benchmark has it, where it is one of them
     * @return empty when they have nothing that it could be done to
     */
    Optional<List<Session>> into(List<Session> sessions, int turn) {
        return switch (this) {
            case NOTHING -> Optional.of(sessions);
            case COMMON_SHIFT ->
                Optional.of(slowed(sessions, SHIFT, identity -> true).stream()
                        .map(session -> session.called(ANOTHER_DAY))
                        .toList());
            case ALL_HALF_AS_SLOW_AGAIN -> Optional.of(slowed(sessions, 1.5, identity -> true));
            case ALL_DOUBLED -> Optional.of(slowed(sessions, 2, identity -> true));
            case ONE_PATH_DOUBLED ->
                chosen(sessions, turn, MetricKind.TIME)
                        .map(chosen ->
                                slowed(sessions, 2, identity -> identity.path().equals(chosen.path())));
            case SLOW_MODE -> Optional.of(mapped(sessions, InjectedChange::withSlowForks));
            case RENAMED -> chosen(sessions, turn, MetricKind.TIME).map(chosen -> renamed(sessions, chosen));
            case ALLOCATION_FLIP ->
                chosen(sessions, turn, MetricKind.EXACT)
                        .map(chosen -> mapped(
                                sessions, series -> series.identity().equals(chosen) ? withMoreBytes(series) : series));
        };
    }

    private static List<Session> slowed(List<Session> sessions, double factor, Predicate<Identity> which) {
        return mapped(
                sessions,
                series -> series.metric().kind() == MetricKind.TIME && which.test(series.identity())
                        ? series.slowedBy(factor)
                        : series);
    }

    private static List<Session> mapped(List<Session> sessions, UnaryOperator<Series> change) {
        return sessions.stream().map(session -> session.mapped(change)).toList();
    }

    private static List<Session> renamed(List<Session> sessions, Identity chosen) {
        return slowed(sessions, 2, chosen::sameBenchmark).stream()
                .map(session -> session.renamed(identity -> identity.sameBenchmark(chosen)
                        ? new Identity(
                                identity.benchmark() + "Renamed",
                                identity.mode(),
                                identity.threads(),
                                identity.params(),
                                identity.metric())
                        : identity))
                .toList();
    }

    private static Series withSlowForks(Series series) {
        if (series.metric().kind() != MetricKind.TIME) {
            return series;
        }
        double[] forks = series.forks();
        double[] slow = series.slowedBy(2).forks();
        for (int i = 0; i < forks.length; i += ONE_IN) {
            forks[i] = slow[i];
        }
        return series.withForks(forks);
    }

    private static Series withMoreBytes(Series series) {
        double[] forks = series.forks();
        for (int i = 0; i < Math.max(1, forks.length - 1); i++) {
            forks[i] += FLIP_BYTES;
        }
        return series.withForks(forks);
    }

    private static Optional<Identity> chosen(List<Session> sessions, int turn, MetricKind kind) {
        TreeSet<Identity> candidates = new TreeSet<>();
        for (Session session : sessions) {
            session.series().values().stream()
                    .filter(series -> series.metric().kind() == kind)
                    .map(Series::identity)
                    .filter(identity ->
                            kind == MetricKind.TIME || identity.metric().equals(Metric.ALLOCATION))
                    .forEach(candidates::add);
        }
        List<Identity> all = new ArrayList<>(candidates);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(turn % all.size()));
    }
}
