package org.evenkeel.compare.verdict;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.compare.analysis.Conditions;
import org.evenkeel.compare.analysis.Scale;
import org.evenkeel.compare.analysis.Side;
import org.evenkeel.compare.analysis.Variance;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Spread;

/**
 * The series of both sides that are of one identity.
 *
 * @param base one series per session of the baseline that has it, at least one
 * @param current the same for the present side
 * @param differences what differs between the environments of the two
 */
record Pair(List<Series> base, List<Series> current, SortedMap<String, Difference> differences) {

    /** The difference of a pair whose units are of two kinds. */
    static final String UNIT = "unit";

    private static final String SINGLE_SHOT = "ss";

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
                identity().mode().equals(SINGLE_SHOT)
                        ? OptionalDouble.of(Conditions.SECONDS_OF_SINGLE_SHOTS)
                        : Stream.of(base, current)
                                .flatMap(List::stream)
                                .flatMapToDouble(series -> series.settings().measuredSeconds().stream())
                                .min(),
                (shapeVariance(base) + shapeVariance(current)) / 2);
    }

    /**
     * What the two sides are uncertain by at the least because of forks that are alone in their session: what the iterations of each say of
     * it, as a variance of the difference of the sides' logarithms. Unknown where there are none, or none with several iterations.
     */
    Variance ofLoneForks() {
        OptionalInt fewest = Stream.concat(base.stream(), current.stream())
                .filter(Pair::isLoneFork)
                .mapToInt(Series::iterations)
                .min();
        if (fewest.isEmpty()) {
            return Variance.UNKNOWN;
        }
        double degrees = fewest.getAsInt() - 1.0;
        return new Variance((ofLoneForks(base) + ofLoneForks(current)) * degrees, degrees);
    }

    private static double ofLoneForks(List<Series> sessions) {
        return sessions.stream()
                        .filter(Pair::isLoneFork)
                        .mapToDouble(series -> Math.pow(series.errorOfFork(), 2))
                        .sum()
                / (sessions.size() * (double) sessions.size());
    }

    private static boolean isLoneFork(Series series) {
        return series.forks().length == 1 && series.iterations() > 1;
    }

    /** How many calls the side with fewer of them has, where each was timed alone; empty where a fork measures for some time. */
    OptionalInt singleShots() {
        return identity().mode().equals(SINGLE_SHOT)
                ? IntStream.of(shots(base), shots(current)).min()
                : OptionalInt.empty();
    }

    private static int shots(List<Series> sessions) {
        return sessions.stream()
                .mapToInt(series -> series.forks().length * series.iterations())
                .sum();
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

    /** Whether the two sides are in units that do not turn into one another. */
    boolean isOfOtherKind() {
        return differences.containsKey(UNIT);
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

    /**
     * Whether within each fork the iterations lie close together; where forks have one each, those of the baseline.
     *
     * @param tolerance how far apart close may be, by the number that a fork settled at
     */
    boolean areForksSettled(DoubleUnaryOperator tolerance) {
        boolean oneEach = Stream.concat(base.stream(), current.stream()).allMatch(series -> series.iterations() == 1);
        return oneEach
                ? spread(base).width()
                        <= tolerance.applyAsDouble(baseOn(Scale.LINEAR).mean())
                : Stream.concat(base.stream(), current.stream()).allMatch(series -> series.areForksSettled(tolerance));
    }

    /**
     * Whether the iterations of a fork are known to lie further apart.
     *
     * @param tolerance as for forks that have settled
     */
    boolean isKnownToDrift(DoubleUnaryOperator tolerance) {
        return Stream.concat(base.stream(), current.stream()).anyMatch(series -> !series.areForksSettled(tolerance));
    }

    /** How many forks of the present side are worse than every fork of the baseline, by more than a distance. */
    long forksWorseThanAll(double distance) {
        double worst = worsened(base).max().orElseThrow();
        return worsened(current).filter(fork -> fork > worst + distance).count();
    }

    /** How many forks the present side has. */
    long forks() {
        return worsened(current).count();
    }

    private DoubleStream worsened(List<Series> sessions) {
        return sessions.stream()
                .flatMapToDouble(series -> DoubleStream.of(series.forks()))
                .map(fork -> metric().direction().worsening(fork));
    }

    Row rowOfBase(Verdict verdict) {
        return new Row(identity(), metric(), centre(base), OptionalDouble.empty(), verdict);
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

    /**
     * The centre that is shown. Of a score it is what JMH shows, so that people find the number of their file again; of whatever else has a
     * logarithm the geometric mean, as that is what is compared.
     */
    private static OptionalDouble centre(List<Series> sessions) {
        boolean isExact = sessions.get(0).metric().kind() == MetricKind.EXACT;
        double[] shown = isExact
                ? new double[0]
                : sessions.stream()
                        .flatMapToDouble(series -> series.shownByJmh().stream())
                        .toArray();
        double centre;
        if (shown.length == sessions.size()) {
            centre = DoubleStream.of(shown).sum() / shown.length;
        } else {
            boolean logarithms = !isExact && sessions.stream().allMatch(Series::isPositive);
            Scale scale = logarithms ? Scale.LOG : Scale.LINEAR;
            centre = scale.back(scale.side(sessions).mean());
        }
        return Double.isFinite(centre) ? OptionalDouble.of(centre) : OptionalDouble.empty();
    }
}
