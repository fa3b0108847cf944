package org.evenkeel.suite.report.parts;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.RawResult;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;

/**
 * What was measured on one side of a comparison.
 *
 * @param sessions oldest first
 * @param newest what stands behind the scores of the newest session, by the identity of the score
 */
public record MeasuredSide(List<Session> sessions, SortedMap<Identity, RawResult> newest) {

    /** Nothing was measured. */
    public static final MeasuredSide NONE = new MeasuredSide(List.of(), new TreeMap<>());

    public MeasuredSide {
        sessions = List.copyOf(sessions);
        newest = Collections.unmodifiableSortedMap(new TreeMap<>(newest));
    }

    /** The forks of each session that has the series, oldest session first. */
    public List<double[]> forks(Identity identity) {
        return sessions.stream()
                .map(session -> Optional.ofNullable(session.series().get(identity)))
                .flatMap(Optional::stream)
                .map(Series::forks)
                .toList();
    }

    /** What stands behind a metric's numbers, whichever of the benchmark's metrics it is. */
    public Optional<RawResult> raw(Identity identity) {
        return Optional.ofNullable(newest.get(identity.withMetric(Metric.SCORE)));
    }
}
