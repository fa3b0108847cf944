package org.evenkeel.suite.report.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.samples.Units;

/**
 * One path in all its forms.
 *
 * @param name the path with its parameters; of a benchmark that is no path, its class and parameters
 * @param points batch after single, then by callers; at least two
 * @param cpus how many callers the machine can run at once; empty where that is not known
 */
public record Scaling(String name, List<ScalingPoint> points, OptionalInt cpus) {

    /** Below this share of the ideal, more callers mostly wait for one another. */
    public static final double POOR = 0.5;

    public Scaling {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException(name + ": expected at least two forms, found " + points);
        }
    }

    /** What a session says of each path that it measured in at least two forms. */
    public static List<Scaling> of(Session session, OptionalInt cpus) {
        BenchmarkNames names = BenchmarkNames.of(session.series().keySet());
        Map<String, Map<String, ScalingPoint>> paths = new TreeMap<>();
        session.series()
                .values()
                .forEach(series -> point(series)
                        .ifPresent(
                                point -> paths.computeIfAbsent(name(series.identity(), names), name -> new TreeMap<>())
                                        .merge(point.method() + " " + point.threads(), point, ScalingPoint::or)));
        List<Scaling> all = new ArrayList<>();
        paths.forEach((name, points) -> {
            if (points.values().stream().map(ScalingPoint::threads).distinct().count() > 1) {
                all.add(new Scaling(
                        name, points.values().stream().sorted(inOrder()).toList(), cpus));
            }
        });
        return all;
    }

    /** Throughput if each caller added as much as one alone, up to the number of CPUs; empty where nobody knows. */
    public OptionalDouble ideal(ScalingPoint point) {
        OptionalDouble alone = points.stream()
                .filter(one -> one.threads() == 1 && !one.isBatch())
                .map(ScalingPoint::throughput)
                .flatMapToDouble(OptionalDouble::stream)
                .findFirst();
        return alone.isPresent() && !point.isBatch()
                ? OptionalDouble.of(alone.getAsDouble() * Math.min(point.threads(), cpus.orElse(Integer.MAX_VALUE)))
                : OptionalDouble.empty();
    }

    /** What a reader should look at, a sentence each; empty when all is well. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (ScalingPoint point : points) {
            OptionalDouble ideal = ideal(point);
            if (point.threads() > 1 && ideal.isPresent() && point.throughput().isPresent()) {
                double share = point.throughput().getAsDouble() / ideal.getAsDouble();
                if (share < POOR) {
                    remarks.add(String.format(
                            Locale.ROOT,
                            "%s scales poorly: %s reach %.0f %% of the throughput that %s would give.",
                            name,
                            point.label(),
                            100 * share,
                            cpus.isPresent() ? cpus.getAsInt() + " CPUs" : "callers that cost one another nothing"));
                }
            }
            point.tail().ifPresent(tail -> {
                if (tail > ScalingPoint.WIDE_TAIL) {
                    remarks.add(name + ", " + point.label() + ": p99 is " + Quantity.digits(tail) + " times p50.");
                }
            });
        }
        return remarks;
    }

    private static Comparator<ScalingPoint> inOrder() {
        return Comparator.comparingInt(ScalingPoint::threads)
                .thenComparing(ScalingPoint::isBatch)
                .thenComparing(ScalingPoint::method);
    }

    private static Optional<ScalingPoint> point(Series series) {
        Identity identity = series.identity();
        OptionalDouble none = OptionalDouble.empty();
        if (identity.mode().equals("thrpt") && identity.metric().equals(Metric.SCORE)) {
            OptionalDouble rate =
                    number(series, Units.operationsPerSecond(series.metric().unit()));
            return rate.isPresent() ? Optional.of(point(identity, rate, none, none)) : Optional.empty();
        }
        OptionalDouble time =
                number(series, Units.secondsPerOperation(series.metric().unit()));
        if (!identity.mode().equals("sample") || time.isEmpty()) {
            return Optional.empty();
        }
        return switch (identity.metric()) {
            case "p50" -> Optional.of(point(identity, none, time, none));
            case "p99" -> Optional.of(point(identity, none, none, time));
            default -> Optional.empty();
        };
    }

    private static OptionalDouble number(Series series, OptionalDouble factor) {
        return factor.isPresent() && series.isFinite()
                ? OptionalDouble.of(series.median() * factor.getAsDouble())
                : OptionalDouble.empty();
    }

    private static ScalingPoint point(
            Identity identity, OptionalDouble throughput, OptionalDouble p50, OptionalDouble p99) {
        return new ScalingPoint(method(identity), identity.threads(), throughput, p50, p99);
    }

    private static String method(Identity identity) {
        return identity.benchmark().substring(identity.benchmark().lastIndexOf('.') + 1);
    }

    /** Forms of one path are methods of one benchmark; any other benchmark differs from itself by its threads alone. */
    private static String name(Identity identity, BenchmarkNames names) {
        String path = identity.params().get("path");
        if (path != null
                && Arrays.stream(Form.values()).anyMatch(form -> form.method().equals(method(identity)))) {
            return path;
        }
        return names.benchmarkLabel(identity);
    }
}
