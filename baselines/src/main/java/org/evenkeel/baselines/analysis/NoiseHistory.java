package org.evenkeel.baselines.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.MetricKind;
import org.evenkeel.baselines.samples.Series;
import org.evenkeel.baselines.samples.Session;

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

    /** As sure as nine sessions would make it. */
    private static final double ASSUMED_DEGREES_OF_FREEDOM = 8;

    private static final VariancePrior ASSUMED = assumed(OptionalDouble.empty());

    private final Map<Identity, Variance> own;
    private final Map<String, VariancePrior> priors;

    private NoiseHistory(Map<Identity, Variance> own, Map<String, VariancePrior> priors) {
        this.own = own;
        this.priors = priors;
    }

    /**
     * Learns from groups of sessions.
     *
     * @param groups each the sessions of one unchanged code in one environment; a group of one teaches nothing
     */
    public static NoiseHistory learn(Collection<? extends Collection<Session>> groups) {
        Map<Identity, Variance> own = new HashMap<>();
        for (Collection<Session> group : groups) {
            if (group.size() > 1) {
                learnGroup(group, own);
            }
        }
        Map<String, VariancePrior> priors = new HashMap<>();
        byMetric(own).forEach((metric, variances) -> {
            VariancePrior prior = VariancePrior.fit(variances, ASSUMED);
            if (!prior.equals(ASSUMED)) {
                priors.put(metric, prior);
            }
        });
        return new NoiseHistory(own, priors);
    }

    /**
     * The session noise of one metric of one benchmark, and where the knowledge of it comes from.
     *
     * @param measuredSeconds of each fork, where that is known
     */
    public Noise noiseOf(Identity identity, VariancePrior fork, OptionalDouble measuredSeconds) {
        VariancePrior prior = priors.get(identity.metric());
        Variance ofItsOwn = own.getOrDefault(identity, Variance.UNKNOWN);
        Variance moderated = (prior == null ? assumed(measuredSeconds) : prior).moderate(ofItsOwn);
        boolean learnt = prior != null || ofItsOwn.isKnown();
        return new Noise(moderated, fork, learnt ? NoiseSource.HISTORY : NoiseSource.ASSUMED);
    }

    /**
     * What is assumed where nothing is known. Sessions of short forks differ by more: they are less warm, and what comes and
     * goes on a machine within seconds is not averaged out. On sessions of unchanged code the deviation was 2.5 % in the middle
     * with 20 to 30 s, 8 % with 2 s and 15 to 25 % with 0.4 s, which is about what it would be if seconds were independent.
     */
    static VariancePrior assumed(OptionalDouble measuredSeconds) {
        double shorter = Math.max(1, ASSUMED_FOR_SECONDS / measuredSeconds.orElse(ASSUMED_FOR_SECONDS));
        double deviation = Math.min(ASSUMED_DEVIATION * Math.sqrt(shorter), MOST_ASSUMED_DEVIATION);
        return new VariancePrior(deviation * deviation, ASSUMED_DEGREES_OF_FREEDOM);
    }

    private static void learnGroup(Collection<Session> group, Map<Identity, Variance> into) {
        Map<Identity, double[]> means = new TreeMap<>();
        for (Session session : group) {
            for (Series series : session.series().values()) {
                if (series.metric().kind() == MetricKind.TIME && series.isPositive()) {
                    double mean = Scale.LOG.side(List.of(series)).mean();
                    means.merge(series.identity(), new double[] {mean}, NoiseHistory::joined);
                }
            }
        }
        means.forEach((identity, values) -> {
            if (values.length > 1) {
                into.merge(identity, Variance.of(values), Variance::plus);
            }
        });
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static Map<String, List<Variance>> byMetric(Map<Identity, Variance> own) {
        Map<String, List<Variance>> byMetric = new HashMap<>();
        // In the order of the identities, so that sums of floating-point numbers do not hang on the order of files.
        new TreeMap<>(own)
                .forEach((identity, variance) -> byMetric.computeIfAbsent(
                                identity.metric(), metric -> new java.util.ArrayList<>())
                        .add(variance));
        return byMetric;
    }
}
