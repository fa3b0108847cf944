package org.evenkeel.baselines.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What is assumed of a metric that no history tells about: 2.5 % from session to session, as sure as nine sessions
     * would make it.
     */
    public static final VariancePrior ASSUMED = new VariancePrior(0.025 * 0.025, 8);

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

    /** The session noise of one metric of one benchmark, and where the knowledge of it comes from. */
    public Noise noiseOf(Identity identity, VariancePrior fork) {
        VariancePrior prior = priors.get(identity.metric());
        Variance ofItsOwn = own.getOrDefault(identity, Variance.UNKNOWN);
        Variance moderated = (prior == null ? ASSUMED : prior).moderate(ofItsOwn);
        boolean learnt = prior != null || ofItsOwn.isKnown();
        return new Noise(moderated, fork, learnt ? NoiseSource.HISTORY : NoiseSource.ASSUMED);
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
