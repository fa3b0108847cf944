package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.Statistics;

/**
 * What may be claimed of the times of a comparison in which none is called regressed. "Nothing got slower" holds only where
 * a slowdown would have been seen: a row too noisy to show {@link #LARGEST_UNSEEN} is undecided however quiet it is, and with it the run.
 *
 * <p>A pure function of rows, so that it serves whoever measured them: sessions that are stored, or sides measured in turn. A path whose
 * code is proven to be the same has no rows of time, and nothing here to answer for.
 *
 * @param judged how many rows of time count, those of other machines left out
 * @param undecided those of them of which neither can be said that they are worse nor that they are not
 * @param suspects paths that may have become worse, in the order of their names
 * @param ruledOut the slowdown that no row of time has, as a share of the baseline: the worst upper end of their own intervals, and of what
 *     sides that took turns exclude in slices that come seldom; empty when some are undecided, or there are none
 * @param ofForks the share of forks from which on that holds, where sides took turns: fewer may be slow, and none of them have been seen
 */
public record TimesClaim(
        int judged, List<Identity> undecided, List<Suspect> suspects, OptionalDouble ruledOut, OptionalDouble ofForks) {

    /** The slowdown that a time must be able to show before its not showing any counts: a quarter. */
    public static final double LARGEST_UNSEEN = 0.25;

    /**
     * So much slower than the other paths the middle row of a path may be by its noise. Of sessions of unchanged code, five paths with
     * some 24 rows each, no path was; of those with one path half as slow again, 95 in 100 were.
     */
    private static final double MOST_BESIDE_OTHERS = 0.35;

    /** The middle of fewer rows is one row, with a noise of its own. */
    private static final int FEWEST_FOR_A_MEDIAN = 3;

    public TimesClaim {
        undecided = List.copyOf(undecided);
        suspects = List.copyOf(suspects);
    }

    /**
     * What may be claimed.
     *
     * @param rows of a comparison; those of other metrics, and those that do not count, are passed over
     * @param options what was asked
     */
    public static TimesClaim of(Collection<Row> rows, Options options) {
        List<Row> times = rows.stream()
                .filter(row -> row.gated() && row.metric().kind() == MetricKind.TIME)
                .filter(row -> row.verdict().change().isPresent() || row.verdict() instanceof Verdict.Inconclusive)
                .toList();
        List<Identity> undecided =
                times.stream().filter(Row::leavesOpen).map(Row::identity).toList();
        OptionalDouble worst = DoubleStream.concat(
                        times.stream().flatMap(row -> interval(row).stream()).mapToDouble(Interval::upper),
                        times.stream().flatMap(row -> excluded(row).stream()).mapToDouble(Excluded::slowdown))
                .max();
        OptionalDouble ofForks = times.stream()
                .flatMap(row -> excluded(row).stream())
                .mapToDouble(Excluded::share)
                .max();
        return new TimesClaim(
                times.size(),
                undecided,
                suspects(
                        times,
                        BenchmarkNames.of(rows.stream().map(Row::identity).toList()),
                        options),
                undecided.isEmpty() ? worst : OptionalDouble.empty(),
                undecided.isEmpty() ? ofForks : OptionalDouble.empty());
    }

    /** Whether times leave nothing open. Without any there is nothing to leave open. */
    public boolean isClean() {
        return undecided.isEmpty() && suspects.isEmpty();
    }

    private static List<Suspect> suspects(List<Row> times, BenchmarkNames names, Options options) {
        Map<String, List<Row>> paths = new HashMap<>();
        times.forEach(row -> paths.computeIfAbsent(row.identity().path(), path -> new ArrayList<>())
                .add(row));
        Map<String, Double> medians = new HashMap<>();
        paths.forEach((path, rows) -> {
            double[] logs = rows.stream()
                    .flatMapToDouble(row -> relative(row).stream())
                    .map(Math::log1p)
                    .toArray();
            if (logs.length > 0) {
                medians.put(path, Statistics.median(logs));
            }
        });
        double[] sorted = medians.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        List<Suspect> suspects = new ArrayList<>();
        paths.forEach((path, rows) -> {
            if (rows.stream().noneMatch(Row::fails)) {
                why(Optional.ofNullable(medians.get(path)), rows, sorted, names, options)
                        .ifPresent(why -> suspects.add(new Suspect(path, why)));
            }
        });
        suspects.sort(Comparator.comparing(Suspect::path));
        return suspects;
    }

    private static Optional<String> why(
            Optional<Double> own, List<Row> rows, double[] sortedMedians, BenchmarkNames names, Options options) {
        Optional<Row> worse = rows.stream().filter(row -> isWorse(row, options)).findFirst();
        if (worse.isPresent()) {
            Row row = worse.get();
            double least = interval(row).orElseThrow().lower();
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s is slower by %.1f %% at the least, if it were the only row",
                    names.line(row.identity()),
                    100 * least));
        }
        boolean isAlone = sortedMedians.length < 2;
        double beside = own.isEmpty() || rows.size() < FEWEST_FOR_A_MEDIAN
                ? 0
                : Math.expm1(own.get() - (isAlone ? 0 : medianOfOthers(sortedMedians, own.get())));
        return beside > MOST_BESIDE_OTHERS
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "its times are %.0f %% slower in the middle%s",
                        100 * beside,
                        isAlone ? "" : ", beside those of the other paths"))
                : Optional.empty();
    }

    /** The median of sorted numbers without one of them. */
    private static double medianOfOthers(double[] sorted, double one) {
        int left = Arrays.binarySearch(sorted, one);
        int count = sorted.length - 1;
        double upper = without(sorted, left, count / 2);
        return count % 2 == 1 ? upper : (without(sorted, left, count / 2 - 1) + upper) / 2;
    }

    private static double without(double[] sorted, int left, int at) {
        return sorted[at < left ? at : at + 1];
    }

    /** Whether the row would be called worse if it were the only one. */
    private static boolean isWorse(Row row, Options options) {
        double effect = options.rules().minimumEffect(row.identity(), options.minimumEffect());
        return interval(row).filter(own -> own.lower() > effect).isPresent();
    }

    private static OptionalDouble relative(Row row) {
        return change(row).map(Change::relative).orElseGet(OptionalDouble::empty);
    }

    private static Optional<Interval> interval(Row row) {
        return change(row).flatMap(Change::interval);
    }

    private static Optional<Excluded> excluded(Row row) {
        return change(row).flatMap(Change::evidence).flatMap(Evidence::excluded);
    }

    private static Optional<Change> change(Row row) {
        return row.verdict().change();
    }
}
