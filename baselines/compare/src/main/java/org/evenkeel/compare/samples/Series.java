package org.evenkeel.compare.samples;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one benchmark in one session: a number per fork, in the order in which the forks ran.
 *
 * <p>A fork of a {@link MetricKind#TIME} is summarised by the geometric mean of its iterations, so that a throughput and
 * the time that is its reciprocal are the same numbers with another sign on the log scale; sample time, which has a
 * histogram, by that histogram's mean or percentile. Any other metric is summarised by the arithmetic mean.
 */
public final class Series {

    private final Identity identity;
    private final Metric metric;
    private final double[] forks;
    private final List<double[]> iterations;
    private final Optional<SampledCalls> sampled;
    private final SortedMap<String, String> facts;
    private final Settings settings;
    private final double shapeNoise;
    private final Origin origin;

    /** Most series are never asked. */
    private @Nullable Scatter scatter;

    /**
     * Makes a series.
     *
     * @param forks one summary per fork, at least one; NaN or infinite where the file says so
     * @param facts what the result says about the JVM it was measured in, by name
     * @param origin where it was read
     */
    public Series(Identity identity, Metric metric, double[] forks, SortedMap<String, String> facts, Origin origin) {
        this(identity, metric, forks, List.of(), facts, Settings.UNKNOWN, origin);
    }

    /**
     * Makes a series whose iterations are known.
     *
     * @param forks not changed by anybody from now on
     * @param iterations of each fork, likewise; empty where they are not known
     */
    Series(
            Identity identity,
            Metric metric,
            double[] forks,
            List<double[]> iterations,
            SortedMap<String, String> facts,
            Settings settings,
            Origin origin) {
        this(identity, metric, forks.clone(), iterations, Optional.empty(), facts, settings, 0, origin);
    }

    private Series(
            Identity identity,
            Metric metric,
            double[] forks,
            List<double[]> iterations,
            Optional<SampledCalls> sampled,
            SortedMap<String, String> facts,
            Settings settings,
            double shapeNoise,
            Origin origin) {
        if (forks.length == 0) {
            throw new IllegalArgumentException(identity + " has no fork");
        }
        if (!identity.metric().equals(metric.name())) {
            throw new IllegalArgumentException(identity + " is not of the metric " + metric.name());
        }
        this.identity = identity;
        this.metric = metric;
        this.forks = forks;
        this.iterations = List.copyOf(iterations);
        this.sampled = sampled;
        this.facts = facts;
        this.settings = settings;
        this.shapeNoise = shapeNoise;
        this.origin = origin;
    }

    /** What was measured. */
    public Identity identity() {
        return identity;
    }

    /** In which unit, and which way is better. */
    public Metric metric() {
        return metric;
    }

    /** One summary per fork, in the order in which they ran. */
    public double[] forks() {
        return forks.clone();
    }

    /** Where nearly all of its iterations lie; its forks, where no iterations are known. */
    public Spread spread() {
        return scatter().all();
    }

    /**
     * Whether within each fork nearly all iterations lie close together, as forks that have one each do.
     *
     * @param tolerance how far apart close may be, by the mean of a fork
     */
    public boolean areForksSettled(DoubleUnaryOperator tolerance) {
        return oneEach().stream().allMatch(fork -> {
            double mean = Arrays.stream(fork).sum() / fork.length;
            return fork.length == 1 || Spread.of(fork).width() <= tolerance.applyAsDouble(mean);
        });
    }

    /** Standard error of the logarithm of a fork by its own iterations; 0 where forks have one each. */
    public double errorOfFork() {
        return scatter().errorOfFork();
    }

    /** How many iterations the fork with the fewest has; 1 where none are known. */
    public int iterations() {
        return iterations.isEmpty()
                ? 1
                : iterations.stream().mapToInt(fork -> fork.length).min().orElseThrow();
    }

    /** What JMH shows: the mean of all iterations, or of all calls of sample time; empty where the series was not read from a file. */
    public OptionalDouble shownByJmh() {
        if (sampled.isPresent()) {
            return OptionalDouble.of(Arrays.stream(forks).sum() / forks.length);
        }
        if (iterations.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        int count = 0;
        for (double[] fork : iterations) {
            for (double iteration : fork) {
                sum += iteration;
            }
            count += fork.length;
        }
        return OptionalDouble.of(sum / count);
    }

    /**
     * The same series with a mean for each fork in which iterations count by how many operations they had: what all operations together
     * cost, divided by their number. In a plain mean an iteration that was hardly given a processor counts as much as all others.
     *
     * @param operations of each iteration of its only fork, in any unit
     * @return the series itself where iterations are not known, or not as many
     */
    public Series perOperation(double[] operations) {
        double all = Arrays.stream(operations).sum();
        if (iterations.size() != 1 || iterations.get(0).length != operations.length || !(all > 0)) {
            return this;
        }
        double[] each = iterations.get(0);
        double sum = 0;
        for (int i = 0; i < each.length; i++) {
            // Without an operation there is no number for each of them.
            sum += operations[i] > 0 ? each[i] * operations[i] : 0;
        }
        return new Series(
                identity, metric, new double[] {sum / all}, iterations, sampled, facts, settings, shapeNoise, origin);
    }

    /** The same series with the iterations of the only fork of another one, of the same kind; empty where those are not to be had. */
    Optional<Series> by(Series other) {
        return other.in(metric.unit())
                .filter(one -> one.iterations.size() == 1 && iterations.size() == 1)
                .map(one -> new Series(
                        identity,
                        metric,
                        new double[] {RawData.geometricMean(one.iterations.get(0))},
                        one.iterations,
                        Optional.empty(),
                        facts,
                        settings,
                        shapeNoise,
                        origin));
    }

    /** What stands behind a score that was read from a file; empty of any other series. */
    Optional<RawResult> raw() {
        if (sampled.isPresent()) {
            return Optional.of(sampled.get().raw(identity, metric.unit()));
        }
        return metric.name().equals(Metric.SCORE) && !iterations.isEmpty()
                ? Optional.of(new RawResult(identity, metric.unit(), iterations, Optional.empty()))
                : Optional.empty();
    }

    private Scatter scatter() {
        Scatter known = scatter;
        if (known == null) {
            known = Scatter.of(oneEach());
            scatter = known;
        }
        return known;
    }

    /** The iterations of each fork; where none are known, as if forks had one each. */
    private List<double[]> oneEach() {
        return iterations.isEmpty()
                ? Arrays.stream(forks).mapToObj(fork -> new double[] {fork}).toList()
                : iterations;
    }

    /** The median of the forks; of the two in the middle where their number is even, the mean. */
    public double median() {
        double[] sorted = forks.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** What the result says about its JVM, such as {@code jdk} and {@code jmh}. */
    public SortedMap<String, String> facts() {
        return facts;
    }

    /** How long was measured and warmed up, as far as it is known. */
    public Settings settings() {
        return settings;
    }

    /**
     * How unsure the session's number is by the shape of the distribution of its calls, as a deviation of its logarithm
     * ({@link Distribution#noiseOfPercentile}, {@link Distribution#noiseOfMean}); 0 where single calls were not timed.
     */
    public double shapeNoise() {
        return shapeNoise;
    }

    /** The same series with what is known about the distribution it was read off. */
    Series withShapeNoise(double known) {
        return new Series(identity, metric, forks, iterations, sampled, facts, settings, known, origin);
    }

    /** The same series with the single calls that it is the mean of. */
    Series with(SampledCalls calls) {
        return new Series(identity, metric, forks, iterations, Optional.of(calls), facts, settings, shapeNoise, origin);
    }

    /** Where it was read. */
    public Origin origin() {
        return origin;
    }

    /** Whether every fork gave a finite number; where not, nothing can be said about the series. */
    public boolean isFinite() {
        for (double fork : forks) {
            if (!Double.isFinite(fork)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every fork gave a finite number above zero, so that it has a logarithm. */
    public boolean isPositive() {
        for (double fork : forks) {
            if (!(fork > 0 && fork < Double.POSITIVE_INFINITY)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same series had the code been slower.
     *
     * @param factor of time, 1.1 for a tenth more; a throughput is divided by it
     */
    public Series slowedBy(double factor) {
        double change = metric.direction() == Direction.SMALLER_IS_BETTER ? factor : 1 / factor;
        return times(change, metric);
    }

    /** What several forks have measured, each a series of its own: one series, with the iterations of all. At least one. */
    public static Series joined(List<Series> some) {
        Series first = some.get(0);
        double[] all =
                some.stream().flatMapToDouble(one -> Arrays.stream(one.forks)).toArray();
        boolean areKnown = some.stream().noneMatch(one -> one.iterations.isEmpty());
        List<double[]> iterations =
                areKnown ? some.stream().flatMap(one -> one.iterations.stream()).toList() : List.of();
        return new Series(
                first.identity,
                first.metric,
                all,
                iterations,
                Optional.empty(),
                first.facts,
                first.settings,
                first.shapeNoise,
                first.origin);
    }

    /** The same series under another name of the same metric. */
    Series called(Identity name) {
        return new Series(name, metric, forks, iterations, sampled, facts, settings, shapeNoise, origin);
    }

    /** The same series in another unit; empty where that is of another kind. */
    public Optional<Series> in(String unit) {
        OptionalDouble factor = Units.factor(metric.unit(), unit);
        return factor.isEmpty()
                ? Optional.empty()
                : factor.getAsDouble() == 1
                        ? Optional.of(this)
                        : Optional.of(times(
                                factor.getAsDouble(),
                                new Metric(metric.name(), unit, metric.kind(), metric.direction())));
    }

    private Series times(double factor, Metric other) {
        return new Series(
                identity,
                other,
                times(factor, forks),
                iterations.stream().map(fork -> times(factor, fork)).toList(),
                Optional.empty(),
                facts,
                settings,
                shapeNoise,
                origin);
    }

    private static double[] times(double factor, double[] values) {
        double[] changed = new double[values.length];
        Arrays.setAll(changed, i -> values[i] * factor);
        return changed;
    }

    /** The same series with other forks. */
    public Series withForks(double[] others) {
        return new Series(
                identity, metric, others.clone(), List.of(), Optional.empty(), facts, settings, shapeNoise, origin);
    }

    @Override
    public String toString() {
        return identity + " " + Arrays.toString(forks) + " " + metric.unit();
    }
}
