package org.evenkeel.suite.ab.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.analysis.Estimate;
import org.evenkeel.compare.analysis.Needed;
import org.evenkeel.compare.analysis.NoiseSource;
import org.evenkeel.compare.analysis.Reading;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.InvalidBenchmark;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.RawResult;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.samples.Units;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.Excluded;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.Interval;
import org.evenkeel.suite.ab.analysis.Look;

/**
 * Judges what an interleaved run has measured so far.
 *
 * <p>Scores are judged by the sequential rule, and so are the tails that hot paths time themselves, with a larger effect; other percentiles and the fast quarter stand beside them with their intervals and
 * decide nothing, because nobody planned when to stop for them. Exact metrics are judged as in every other comparison, by the blocks
 * that the last look has seen: a run that ends in between says no more of them than of times. So are broken benchmarks.
 */
public final class SequentialJudge {

    private final Options options;
    private final SequentialRule rule;
    private final TreeMap<Identity, Series> base = new TreeMap<>();
    private final TreeMap<Identity, Series> current = new TreeMap<>();

    private SequentialJudge(Options options, int benchmarks) {
        this.options = options;
        this.rule = SequentialRule.of(options, benchmarks);
    }

    /**
     * Judges.
     *
     * @param all the benchmarks of the run, at least one
     * @param options what is asked
     */
    public static Comparison judge(Collection<Measured> all, Options options) {
        return new SequentialJudge(options, all.size()).judge(all);
    }

    /** The forks of one side as a session, such as reports show. */
    public static Session session(
            String name, Collection<Measured> all, Function<Measured, SortedMap<Identity, Series>> side) {
        TreeMap<Identity, Series> series = new TreeMap<>();
        all.forEach(one -> series.putAll(side.apply(one)));
        return new Session(name, series, new TreeMap<>(), List.of(), Optional.empty());
    }

    /** The iterations behind the scores of one side, such as reports show, in the unit of the base. */
    public static SortedMap<Identity, RawResult> raw(Collection<Measured> all, Function<Measured, List<Fork>> side) {
        TreeMap<Identity, RawResult> raw = new TreeMap<>();
        for (Measured one : all) {
            List<Fork> forks = side.apply(one);
            if (!forks.isEmpty() && forks.stream().allMatch(fork -> fork.iterations().length > 0)) {
                String own = forks.get(0).score().metric().unit();
                String unit = one.base().get(0).score().metric().unit();
                OptionalDouble factor = Units.factor(own, unit);
                List<double[]> iterations = forks.stream()
                        .map(fork -> Arrays.stream(fork.iterations())
                                .map(value -> value * factor.orElse(1))
                                .toArray())
                        .toList();
                raw.put(
                        one.identity(),
                        new RawResult(one.identity(), factor.isPresent() ? unit : own, iterations, Optional.empty()));
            }
        }
        return raw;
    }

    private Comparison judge(Collection<Measured> all) {
        List<InvalidBenchmark> broken = new ArrayList<>();
        for (Measured one : all) {
            Measured looked = one.after(rule.lastLook(one.blocks()));
            base.putAll(withExact(one.baseSeries(), looked.baseSeries()));
            current.putAll(withExact(one.currentSeries(), looked.currentSeries()));
            one.broken().ifPresent(reason -> broken.add(new InvalidBenchmark(one.identity(), reason)));
        }
        Comparison plain = Comparer.compare(
                List.of(new Session("base", base, new TreeMap<>(), List.of(), Optional.empty())),
                List.of(new Session("current", current, new TreeMap<>(), broken, Optional.empty())),
                List.of(),
                options);
        TreeMap<Identity, Row> rows = new TreeMap<>();
        plain.rows().forEach(row -> rows.put(row.identity(), row));
        for (Measured one : all) {
            if (one.broken().isEmpty()) {
                rows.putIfAbsent(one.identity(), unmeasured(one));
            }
        }
        rows.replaceAll((identity, row) -> all.stream()
                .filter(one -> one.identity().sameBenchmark(identity))
                .findFirst()
                .map(one -> sequential(one, row))
                .orElse(row));
        return new Comparison(List.copyOf(rows.values()), plain.objectives(), options, 1, 1, plain.otherSettings());
    }

    /** All series, the exact ones as they were at the last look. */
    private static SortedMap<Identity, Series> withExact(
            SortedMap<Identity, Series> all, SortedMap<Identity, Series> looked) {
        TreeMap<Identity, Series> series = new TreeMap<>(all);
        series.replaceAll(
                (identity, one) -> one.metric().kind() == MetricKind.EXACT ? looked.getOrDefault(identity, one) : one);
        return series;
    }

    private static Row unmeasured(Measured one) {
        return new Row(
                one.identity(),
                new Metric(Metric.SCORE, "", MetricKind.INFORMATIVE, direction(one.identity())),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                new Verdict.Inconclusive(Optional.empty(), false, whyTooFew(one, "not measured")),
                true);
    }

    /** Which way is better does not depend on whether it was measured: a throughput is better when it is larger. */
    private static Direction direction(Identity identity) {
        return identity.mode().equals("thrpt") ? Direction.LARGER_IS_BETTER : Direction.SMALLER_IS_BETTER;
    }

    private Row sequential(Measured one, Row row) {
        Series before = base.get(row.identity());
        Series now = current.get(row.identity());
        if (row.metric().kind() == MetricKind.EXACT
                && before != null
                && now != null
                && one.blocks() < rule.firstLook()) {
            return new Row(
                    row.identity(), row.metric(), row.base(), row.current(), tooEarly(one, rule.firstLook()), true);
        }
        if (row.metric().kind() != MetricKind.TIME
                || before == null
                || now == null
                || row.verdict() instanceof Verdict.Invalid
                || row.verdict() instanceof Verdict.Incomparable
                || !before.isPositive()
                || !now.isPositive()) {
            return row;
        }
        String metric = row.metric().name();
        if (Forks.TAILS.contains(metric)) {
            return tail(one, row, before, now);
        }
        boolean isScore = metric.equals(Metric.SCORE);
        List<LogRatio> ratios = isScore || metric.equals(Forks.MEAN) ? one.logRatios() : beside(before, now);
        Standing standing = isScore ? rule.standingOfMiddle(ratios) : rule.standingOfMean(ratios);
        // The mean is there for what the score does not see: that it is open, or says the same, is no news.
        boolean gated = isScore
                || (metric.equals(Forks.MEAN)
                        && standing.isChange()
                        && !rule.standingOfMiddle(ratios).isChange());
        return new Row(
                row.identity(),
                row.metric(),
                row.base(),
                row.current(),
                verdict(one, standing, before, rule.excluded(ratios)),
                gated);
    }

    /** A tail counts where it shows what neither the score nor a percentile further in shows. */
    private Row tail(Measured one, Row row, Series before, Series now) {
        double[] ratios = LogRatios.of(before, now);
        Standing standing = rule.standingOfTail(ratios);
        List<Standing> shown =
                new ArrayList<>(List.of(rule.standingOfMiddle(one.logRatios()), rule.standingOfMean(one.logRatios())));
        for (String further :
                Forks.TAILS.subList(0, Forks.TAILS.indexOf(row.metric().name()))) {
            Identity identity = row.identity().withMetric(further);
            Series beforeFurther = base.get(identity);
            Series nowFurther = current.get(identity);
            if (beforeFurther != null && nowFurther != null) {
                shown.add(rule.standingOfTail(LogRatios.of(beforeFurther, nowFurther)));
            }
        }
        boolean gated = standing.isChange()
                && shown.stream().noneMatch(other -> other.getClass().equals(standing.getClass()));
        Verdict verdict = standing instanceof Standing.Open open
                ? new Verdict.Inconclusive(
                        Optional.of(change(open.look(), before, rule.excluded(beside(before, now)))),
                        true,
                        one.notJudged()
                                .orElse("tells a change of more than 25 % only, and nothing is measured for its sake"))
                : verdict(one, standing, before, rule.excluded(beside(before, now)));
        return new Row(row.identity(), row.metric(), row.base(), row.current(), verdict, gated);
    }

    /** What decides nothing is looked at as the mean is. */
    private static List<LogRatio> beside(Series before, Series now) {
        return DoubleStream.of(LogRatios.of(before, now))
                .mapToObj(ratio -> new LogRatio(ratio, ratio))
                .toList();
    }

    private Verdict verdict(Measured one, Standing standing, Series before, Optional<Excluded> excluded) {
        if (standing instanceof Standing.Worse worse) {
            return new Verdict.Regressed(change(worse.look(), before, excluded));
        }
        if (standing instanceof Standing.Better better) {
            return new Verdict.Improved(change(better.look(), before, excluded));
        }
        if (standing instanceof Standing.Same same) {
            return new Verdict.Equivalent(change(same.look(), before, excluded));
        }
        if (standing instanceof Standing.Open open) {
            return new Verdict.Inconclusive(
                    Optional.of(change(open.look(), before, excluded)),
                    false,
                    one.notJudged().orElseGet(() -> why(one, open.look(), excluded)));
        }
        return tooEarly(one, rule.firstLook());
    }

    private static Verdict tooEarly(Measured one, int blocks) {
        return new Verdict.Inconclusive(
                Optional.empty(),
                false,
                whyTooFew(one, one.blocks() + " of the " + blocks + " blocks that the first look needs"));
    }

    /** Time is what was missing only where nothing else took it. */
    private static String whyTooFew(Measured one, String few) {
        return one.notJudged()
                .orElseGet(() -> few + "; " + one.hindrance().orElse("give it more time (--budget, --resume)"));
    }

    private String why(Measured one, Look look, Optional<Excluded> excluded) {
        if (rule.isWithinMargin(look)) {
            return "most slices are alike, but their mean is not: something slows a few of them (" + Forks.MEAN + ")";
        }
        String bound = excluded.map(of ->
                        String.format(Locale.ROOT, "; a slowdown of %.1f %% or more is excluded", 100 * of.slowdown()))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "too close to call within %.3g %%%s; %s",
                100 * Math.expm1(rule.margin()),
                bound,
                more(one, look));
    }

    private String more(Measured one, Look look) {
        if (look.blocks() < rule.looks().blocks().get(0) && one.hindrance().isPresent()) {
            return one.hindrance().get();
        }
        int missing = rule.blocksMissing(look);
        if (missing == 0) {
            return "with this noise not even " + rule.looks().last() + " blocks would settle it";
        }
        Duration time = one.blockTime().multipliedBy(Math.max(1, look.blocks() + missing - one.blocks()));
        return "about " + Math.max(1, Math.round(time.toSeconds() / 60.0)) + " min more would settle it (--budget,"
                + " --resume)";
    }

    private Change change(Look look, Series before, Optional<Excluded> excluded) {
        Estimate estimate = look.estimate();
        Interval logs = look.interval();
        double half = (logs.upper() - logs.lower()) / 2;
        double pValue = estimate.pValue();
        int missing = rule.blocksMissing(look);
        Evidence evidence = new Evidence(
                pValue,
                Math.min(1, pValue * rule.alpha() / (1 - logs.confidenceLevel())),
                OptionalDouble.of(Math.expm1(rule.minimumEffect() + half + estimate.margin(1 - Reading.POWER))),
                new Needed(
                        OptionalInt.empty(),
                        missing == 0 ? OptionalInt.empty() : OptionalInt.of(look.blocks() + missing)),
                NoiseSource.FORKS,
                excluded);
        double ratio = Math.expm1(estimate.difference());
        double from = Math.exp(Arrays.stream(before.forks()).map(Math::log).sum() / before.forks().length);
        double absolute = before.metric().direction() == Direction.SMALLER_IS_BETTER
                ? from * ratio
                : from * -Math.expm1(-estimate.difference());
        return new Change(
                absolute,
                OptionalDouble.of(ratio),
                Optional.of(new Interval(Math.expm1(logs.lower()), Math.expm1(logs.upper()), 1 - rule.alpha())),
                Optional.of(evidence));
    }
}
