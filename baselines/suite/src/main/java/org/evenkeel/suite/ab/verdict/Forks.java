package org.evenkeel.suite.ab.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.suite.ab.analysis.ForkSummary;

/** Puts the forks of one side of one benchmark together into series, each as it was beside that of the other side. */
final class Forks {

    /** The name of the metric that looks at all of a fork's iterations. */
    static final String MEAN = "score.mean";

    /** The name of the metric that looks at the fast quarter of a fork's iterations. */
    static final String FAST_QUARTER = "score.fast-quarter";

    /** The name of what a fork says of its compiler: the share of its iterations that it worked through. */
    static final String COMPILING = "turns.compiling";

    /** The names of the percentiles that hot paths time themselves, in the order in which they are more of a tail. */
    static final List<String> TAILS = List.of("latency.p99", "latency.p99.9");

    /** What the forks say of themselves, not of the benchmark. */
    private static final Set<String> ABOUT_THE_FORK = Set.of(COMPILING, ForkInTurnReader.THROUGHPUT);

    private static final Set<String> TIMED = Set.of("latency.p50", "latency.p99", "latency.p99.9");

    private Forks() {}

    /** The series of all metrics that every fork has, a number per fork in the order of the blocks. */
    static SortedMap<Identity, Series> series(List<Fork> forks, List<Fork> beside) {
        SortedMap<Identity, List<Series>> parts = new TreeMap<>();
        for (int block = 0; block < forks.size(); block++) {
            for (Series one : summarised(forks.get(block), beside.get(block))) {
                parts.computeIfAbsent(one.identity(), absent -> new ArrayList<>())
                        .add(one);
            }
        }
        SortedMap<Identity, Series> all = new TreeMap<>();
        parts.forEach((identity, series) -> {
            if (series.size() == forks.size()) {
                all.put(identity, Series.joined(series));
            }
        });
        return all;
    }

    /** The series of one side in the units of the other side's forks; one of another kind is left in its own. */
    static SortedMap<Identity, Series> inUnitsOf(List<Fork> others, SortedMap<Identity, Series> series) {
        if (others.isEmpty()) {
            return series;
        }
        Fork other = others.get(0);
        SortedMap<Identity, Series> converted = new TreeMap<>(series);
        converted.replaceAll((identity, one) -> {
            Series own = other.session().series().get(identity);
            boolean isOfScore =
                    identity.metric().equals(MEAN) || identity.metric().equals(FAST_QUARTER);
            String unit = isOfScore
                    ? other.score().metric().unit()
                    : own == null ? one.metric().unit() : own.metric().unit();
            return one.in(unit).orElse(one);
        });
        return converted;
    }

    private static List<Series> summarised(Fork fork, Fork beside) {
        Session session = fork.session();
        List<Series> summarised = new ArrayList<>();
        // With few requests one side's may just do for a percentile and the other's not: nothing was added then, nor
        // removed.
        session.series().values().stream()
                .filter(series -> !ABOUT_THE_FORK.contains(series.metric().name()))
                .filter(series -> !TIMED.contains(series.metric().name())
                        || beside.session().series().containsKey(series.identity()))
                .map(Forks::timed)
                .forEach(summarised::add);
        Series score = fork.score();
        double[] iterations = fork.iterations();
        if (iterations.length == 0 || !score.isPositive()) {
            return summarised;
        }
        Metric metric = score.metric();
        double[] others = beside.score().isPositive() ? beside.iterations() : new double[0];
        ForkSummary summary = ForkSummary.of(iterations, others, metric.direction() == Direction.SMALLER_IS_BETTER);
        double[] operations = operations(iterations, metric.direction());
        summarised.replaceAll(
                series -> series.metric().kind() == MetricKind.EXACT ? series.perOperation(operations) : series);
        summarised.remove(score);
        summarised.add(score.withForks(new double[] {Math.exp(summary.logMiddle())}));
        summarised.add(beside(score, MEAN, summary.logMean()));
        summarised.add(beside(score, FAST_QUARTER, summary.logFastQuarter()));
        return summarised;
    }

    /** How many operations each iteration had beside the others; all are equally long. */
    private static double[] operations(double[] scores, Direction direction) {
        return direction == Direction.LARGER_IS_BETTER
                ? scores
                : Arrays.stream(scores).map(time -> 1 / time).toArray();
    }

    /** Times of requests are times: nobody else judges them, so readers take them for what they cannot know. */
    private static Series timed(Series series) {
        Metric metric = series.metric();
        return TIMED.contains(metric.name())
                ? new Series(
                        series.identity(),
                        new Metric(metric.name(), metric.unit(), MetricKind.TIME, Direction.SMALLER_IS_BETTER),
                        series.forks(),
                        series.facts(),
                        series.origin())
                : series;
    }

    private static Series beside(Series score, String name, double log) {
        Metric metric = score.metric();
        return new Series(
                score.identity().withMetric(name),
                new Metric(name, metric.unit(), metric.kind(), metric.direction()),
                new double[] {Math.exp(log)},
                score.facts(),
                score.origin());
    }
}
