package org.evenkeel.compare.analysis;

import java.util.List;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.samples.Spread;

/**
 * One side of a comparison of one metric: the forks of each of its sessions, on the scale they are compared on.
 *
 * @param sessions one array of forks per session; at least one session, each with at least one fork
 */
public record Side(List<double[]> sessions) {

    public Side {
        sessions = List.copyOf(sessions);
        if (sessions.isEmpty() || sessions.stream().anyMatch(forks -> forks.length == 0)) {
            throw new IllegalArgumentException("expected at least one session, each with at least one fork");
        }
    }

    /** The mean over sessions of the mean over forks: a session with more forks has no more say. */
    public double mean() {
        return DoubleStream.of(sessionMeans()).sum() / sessions.size();
    }

    /** The mean of each session's forks. */
    public double[] sessionMeans() {
        return sessions.stream().mapToDouble(Side::mean).toArray();
    }

    /** The variance of session means around the side's. */
    public Variance sessionVariance() {
        return Variance.of(sessionMeans());
    }

    /** The variance of forks around the mean of their session. */
    public Variance forkVariance() {
        return sessions.stream().map(Variance::of).reduce(Variance.UNKNOWN, Variance::plus);
    }

    /** All forks, as if they were of one session. */
    public double[] allForks() {
        return sessions.stream().flatMapToDouble(DoubleStream::of).toArray();
    }

    /** How many sessions there are. */
    public int sessionCount() {
        return sessions.size();
    }

    /** How many forks there are in all sessions together. */
    public int forkCount() {
        return sessions.stream().mapToInt(forks -> forks.length).sum();
    }

    /**
     * Whether forks that are alone in their session, if the sides are of such, speak with one voice: nearly all of one side lie
     * beyond those of the other, a tenth left out at either end. Sessions of several forks need not.
     */
    public boolean agreesAgainst(Side other) {
        boolean loneForks = forkCount() == sessionCount() || other.forkCount() == other.sessionCount();
        return !loneForks || Spread.of(sessionMeans()).isApartFrom(Spread.of(other.sessionMeans()), 0);
    }

    /** The share of a fork's variance that is left in the side's mean: one over the forks when sessions are alike. */
    double forkWeight() {
        double sum = sessions.stream().mapToDouble(forks -> 1.0 / forks.length).sum();
        return sum / ((double) sessions.size() * sessions.size());
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).sum() / values.length;
    }
}
