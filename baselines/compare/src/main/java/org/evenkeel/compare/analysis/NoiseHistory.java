package org.evenkeel.compare.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;

/**
 * What sessions of unchanged code have shown: by how much the mean of a benchmark moves from one session to the next.
 *
 * <p>Forks of one session cannot show it. On 148 public sessions of one project the same commit measured twice differed
 * by several times what the spread of its forks allowed.
 */
public final class NoiseHistory {

    /** What is assumed of a metric that no history tells about: 2.5 % from session to session, of forks that measure for... */
    public static final double ASSUMED_DEVIATION = 0.025;

    /** ...so many seconds or more. */
    public static final double ASSUMED_FOR_SECONDS = 30;

    /** However short forks are, a change of more than a few times this is none of the noise's. */
    private static final double MOST_ASSUMED_DEVIATION = 0.25;

    /** That nobody says how long forks were measured is no reason to trust them as those that were measured for long. */
    private static final double SECONDS_WHERE_UNKNOWN = 2;

    /** As sure as nine sessions would make it. */
    private static final double ASSUMED_DEGREES_OF_FREEDOM = 8;

    /** What is assumed of forks when there are too few benchmarks to learn from: 2.5 %, and soon outweighed. */
    public static final VariancePrior ASSUMED_FORKS = new VariancePrior(0.025 * 0.025, 2);

    private final Map<Identity, Shown> shown;
    private final Map<String, VarianceTrend> trends = new HashMap<>();
    private final Map<String, VariancePrior> forks = new HashMap<>();

    private NoiseHistory(Map<Identity, Shown> shown) {
        this.shown = shown;
        Map<String, List<Shown>> byMetric = new HashMap<>();
        // In the order of the identities, so that sums of floating-point numbers do not hang on the order of files.
        new TreeMap<>(shown)
                .forEach((identity, of) -> byMetric.computeIfAbsent(identity.metric(), metric -> new ArrayList<>())
                        .add(of));
        byMetric.forEach(this::learnMetric);
    }

    /** What sessions of one unchanged code have shown of one metric of one benchmark: how they differ, and their forks. */
    private record Shown(Variance sessions, Variance forks) {

        Shown with(Shown other) {
            return new Shown(sessions.plus(other.sessions), forks.plus(other.forks));
        }
    }

    /**
     * Learns from groups of sessions.
     *
     * @param groups each the sessions of one unchanged code in one environment; a group of one teaches nothing
     */
    public static NoiseHistory learn(Collection<? extends Collection<Session>> groups) {
        Map<Identity, Shown> shown = new HashMap<>();
        for (Collection<Session> group : groups) {
            if (group.size() > 1) {
                learnGroup(group, shown);
            }
        }
        return new NoiseHistory(shown);
    }

    /**
     * The session noise of one metric of one benchmark, and where the knowledge of it comes from.
     *
     * @param prior what the benchmarks of the comparison say about forks
     * @param ofForks variance of the forks of the comparison, where it is known
     * @param conditions of that comparison
     */
    public Noise noiseOf(Identity identity, VariancePrior prior, Variance ofForks, Conditions conditions) {
        Shown ofItsOwn = shown.getOrDefault(identity, new Shown(Variance.UNKNOWN, ofForks));
        VarianceTrend trend = trends.get(identity.metric());
        VariancePrior expected =
                trend == null ? assumed(conditions) : trend.at(moderated(identity.metric(), ofItsOwn.forks()));
        boolean learnt = trend != null || ofItsOwn.sessions().isKnown();
        return new Noise(
                expected.moderate(ofItsOwn.sessions()), prior, learnt ? NoiseSource.HISTORY : NoiseSource.ASSUMED);
    }

    private void learnMetric(String metric, List<Shown> benchmarks) {
        forks.put(
                metric, VariancePrior.fit(benchmarks.stream().map(Shown::forks).toList(), ASSUMED_FORKS));
        VarianceTrend.fit(benchmarks.stream()
                        .map(of -> new VarianceTrend.Point(of.sessions(), moderated(metric, of.forks())))
                        .toList())
                .ifPresent(trend -> trends.put(metric, trend));
    }

    private double moderated(String metric, Variance ofForks) {
        return forks.getOrDefault(metric, ASSUMED_FORKS).moderate(ofForks).value();
    }

    /**
     * What is assumed where nothing is known. Sessions of short forks differ by more: they are less warm, and what comes and
     * goes on a machine within seconds is not averaged out. On sessions of unchanged code the deviation was 2.5 % in the middle
     * with 20 to 30 s, 9 % with 2 s and 18 % with 0.4 s, which is about what it would be if seconds were independent. What the shape of a distribution leaves
     * open comes on top.
     */
    static VariancePrior assumed(Conditions conditions) {
        double shorter = Math.max(1, ASSUMED_FOR_SECONDS / conditions.seconds().orElse(SECONDS_WHERE_UNKNOWN));
        double deviation = Math.min(ASSUMED_DEVIATION * Math.sqrt(shorter), MOST_ASSUMED_DEVIATION);
        return new VariancePrior(deviation * deviation + conditions.shapeVariance(), ASSUMED_DEGREES_OF_FREEDOM);
    }

    private static void learnGroup(Collection<Session> group, Map<Identity, Shown> into) {
        Map<Identity, List<Series>> series = new TreeMap<>();
        for (Session session : group) {
            for (Series one : session.series().values()) {
                if (one.metric().kind() == MetricKind.TIME && one.isPositive()) {
                    series.computeIfAbsent(one.identity(), absent -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        series.forEach((identity, sessions) -> {
            String unit = sessions.get(0).metric().unit();
            if (sessions.size() > 1
                    && sessions.stream().allMatch(one -> one.in(unit).isPresent())) {
                Side side = Scale.LOG.side(sessions);
                into.merge(identity, new Shown(side.sessionVariance(), side.forkVariance()), Shown::with);
            }
        });
    }
}
