package org.evenkeel.baselines.verdict;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.evenkeel.baselines.analysis.Conditions;
import org.evenkeel.baselines.analysis.Scale;
import org.evenkeel.baselines.analysis.Side;
import org.evenkeel.baselines.samples.Environment.Difference;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.Metric;
import org.evenkeel.baselines.samples.Series;
import org.evenkeel.baselines.samples.Spread;

/**
 * The series of both sides that are of one identity.
 *
 * @param base one series per session of the baseline that has it, at least one
 * @param current the same for the present side
 * @param differences what differs between the environments of the two
 */
record Pair(List<Series> base, List<Series> current, SortedMap<String, Difference> differences) {

    Identity identity() {
        return base.get(0).identity();
    }

    Metric metric() {
        return base.get(0).metric();
    }

    /** What the two sides say about how long they measured, where they say different things. */
    Stream<Difference> otherSettings() {
        return settings(base)
                .flatMap(before -> settings(current).map(now -> new Difference(before, now)))
                .filter(both -> !both.base().equals(both.current()));
    }

    /** How each session was measured: for as long as those of the side that measured for less, and the mean of what the two sides look like. */
    Conditions conditions() {
        return new Conditions(
                Stream.of(base, current)
                        .flatMap(List::stream)
                        .flatMapToDouble(series -> series.settings().measuredSeconds().stream())
                        .min(),
                (shapeVariance(base) + shapeVariance(current)) / 2);
    }

    private static double shapeVariance(List<Series> sessions) {
        return sessions.stream()
                .mapToDouble(series -> Math.pow(series.shapeNoise(), 2))
                .average()
                .orElseThrow();
    }

    private static Stream<String> settings(List<Series> sessions) {
        return sessions.stream().map(series -> series.settings().words()).filter(words -> !words.isEmpty());
    }

    boolean isPositive() {
        return base.stream().allMatch(Series::isPositive) && current.stream().allMatch(Series::isPositive);
    }

    boolean isFinite() {
        return base.stream().allMatch(Series::isFinite) && current.stream().allMatch(Series::isFinite);
    }

    Side baseOn(Scale scale) {
        return scale.side(base);
    }

    Side currentOn(Scale scale) {
        return scale.side(current);
    }

    /**
     * Whether the iterations of the two sides lie apart, each session's taken together: by more than a distance, and by more
     * than those of either side lie from each other.
     */
    boolean iterationsAreApart(double distance) {
        Spread before = spread(base);
        Spread now = spread(current);
        return now.isApartFrom(before, Math.max(distance, Math.max(before.width(), now.width())));
    }

    private static Spread spread(List<Series> sessions) {
        return sessions.stream().map(Series::spread).reduce(Spread::with).orElseThrow();
    }

    Row row(Verdict verdict) {
        return new Row(identity(), metric(), centre(base), centre(current), verdict);
    }

    static Row oneSided(Identity identity, Verdict verdict) {
        return new Row(identity, Comparer.metricOf(identity), OptionalDouble.empty(), OptionalDouble.empty(), verdict);
    }

    static Row oneSided(Series series, Verdict verdict) {
        OptionalDouble centre = centre(List.of(series));
        return verdict instanceof Verdict.Added
                ? new Row(series.identity(), series.metric(), OptionalDouble.empty(), centre, verdict)
                : new Row(series.identity(), series.metric(), centre, OptionalDouble.empty(), verdict);
    }

    /** The centre that is shown: the geometric mean where there is one, as that is what is compared. */
    private static OptionalDouble centre(List<Series> sessions) {
        boolean logarithms = sessions.get(0).metric().kind() != org.evenkeel.baselines.samples.MetricKind.EXACT
                && sessions.stream().allMatch(Series::isPositive);
        Scale scale = logarithms ? Scale.LOG : Scale.LINEAR;
        double centre = scale.back(scale.side(sessions).mean());
        return Double.isFinite(centre) ? OptionalDouble.of(centre) : OptionalDouble.empty();
    }
}
