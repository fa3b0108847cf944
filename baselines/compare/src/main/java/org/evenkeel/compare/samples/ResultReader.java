package org.evenkeel.compare.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;

/** Reads one result: an element of a JMH file. Fields may come in any order, and unknown ones are passed over. */
final class ResultReader {

    /** Until 1.36 JMH put a middle dot before its profilers' names, which some encodings spoilt. */
    private static final Pattern DECORATION = Pattern.compile("^[^\\p{ASCII}?]*[?]?(?=\\p{Alpha})");

    private final Origin origin;
    private final SharedFacts shared;
    private final TreeMap<String, String> params = new TreeMap<>();
    private final Map<String, String> facts = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, MetricData> secondary = new LinkedHashMap<>();
    private @Nullable String benchmark;
    private @Nullable String mode;
    private int threads;
    private @Nullable MetricData primary;

    private ResultReader(Origin origin, SharedFacts shared) {
        this.origin = origin;
        this.shared = shared;
    }

    static void read(JsonCursor cursor, SharedFacts shared, Collection<Series> into) throws IOException {
        ResultReader reader = new ResultReader(cursor.origin(), shared);
        reader.fields(cursor);
        reader.addSeries(cursor, into);
    }

    private void fields(JsonCursor cursor) throws IOException {
        cursor.inObject("a result");
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "benchmark" -> benchmark = once(cursor, benchmark, field, cursor.text("the benchmark's name"));
                case "mode" -> mode = once(cursor, mode, field, cursor.text("the mode"));
                case "threads" -> threads = threads(cursor);
                case "params" -> params(cursor);
                case "primaryMetric" ->
                    primary = once(cursor, primary, field, MetricData.read(cursor, "primaryMetric"));
                case "secondaryMetrics" -> secondary(cursor);
                case "jmhVersion" -> fact(cursor, "jmh.version");
                case "vmName" -> fact(cursor, "jvm.name");
                case "vmVersion" -> fact(cursor, "jvm.version");
                case "jvmArgs" -> jvmArguments(cursor);
                case "warmupIterations", "warmupTime", "measurementIterations", "measurementTime" ->
                    settings.put(field, cursor.scalar(field));
                default -> cursor.skip();
            }
        }
    }

    private static <T> T once(JsonCursor cursor, @Nullable T before, String field, T now) {
        if (before != null) {
            throw cursor.error("\"" + field + "\" is there twice in one result");
        }
        return now;
    }

    private int threads(JsonCursor cursor) throws IOException {
        int value = cursor.wholeNumber("the thread count");
        if (value < 1 || threads != 0) {
            throw cursor.expected("one thread count of at least 1");
        }
        return value;
    }

    private void params(JsonCursor cursor) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.inObject("the parameters");
        for (String name = cursor.nextField(); name != null; name = cursor.nextField()) {
            if (params.put(name, cursor.scalar("parameter " + name)) != null) {
                throw cursor.error("parameter " + name + " is there twice in one result");
            }
        }
    }

    private void secondary(JsonCursor cursor) throws IOException {
        cursor.inObject("the secondary metrics");
        for (String name = cursor.nextField(); name != null; name = cursor.nextField()) {
            String plain = DECORATION.matcher(name).replaceFirst("");
            if (secondary.put(plain, MetricData.read(cursor, name)) != null) {
                throw cursor.error("secondary metric " + plain + " is there twice in one result");
            }
        }
    }

    private void fact(JsonCursor cursor, String name) throws IOException {
        facts.put(name, cursor.scalar(name));
    }

    private void jvmArguments(JsonCursor cursor) throws IOException {
        List<String> arguments = new ArrayList<>();
        cursor.inArray("the JVM's arguments");
        while (cursor.nextElement()) {
            arguments.add(cursor.text("an argument of the JVM"));
        }
        facts.put("jvm.flags", shared.flags(arguments));
    }

    private BadInputException incomplete(JsonCursor cursor) {
        return cursor.error("the result that begins at line " + origin.line() + " lacks "
                + (benchmark == null
                        ? "\"benchmark\""
                        : mode == null ? "\"mode\"" : threads == 0 ? "\"threads\"" : "\"primaryMetric\"")
                + "; expected a result of JMH");
    }

    private void addSeries(JsonCursor cursor, Collection<Series> into) {
        if (benchmark == null || mode == null || threads == 0 || primary == null) {
            throw incomplete(cursor);
        }
        Metric score = Metric.score(primary.unit(), direction(cursor, mode, primary.unit()));
        Identity identity = new Identity(benchmark, mode, threads, params, Metric.SCORE);
        if (primary.histograms().isEmpty()) {
            RawData raw = primary.required(cursor);
            into.add(series(identity, score, raw.geometricMeans(), raw.forks()));
        } else {
            addSampleTime(primary, identity, score, into);
        }
        secondary.forEach((name, data) -> {
            double[] forks = data.meansOrScore();
            if (forks.length > 0) {
                Metric metric = Metric.secondary(name, data.unit());
                // What nobody judges is shown as it is.
                List<double[]> iterations =
                        metric.kind() == MetricKind.INFORMATIVE ? List.of() : data.iterationsOrScore();
                into.add(series(identity.withMetric(name), metric, forks, iterations));
            }
        });
    }

    private Series series(Identity identity, Metric metric, double[] forks, List<double[]> iterations) {
        return new Series(identity, metric, forks, iterations, shared.of(facts), shared.settings(settings), origin);
    }

    private void addSampleTime(MetricData data, Identity identity, Metric score, Collection<Series> into) {
        List<ForkHistogram> forks = data.histograms();
        List<Distribution> calls = forks.stream().map(ForkHistogram::calls).toList();
        double[] means = forks.stream().mapToDouble(ForkHistogram::mean).toArray();
        into.add(series(identity, score, means, List.of())
                // Chance strikes each fork anew; where a percentile stands on a cliff it does so in all of them.
                .withShapeNoise(rootMeanSquare(calls, Distribution::noiseOfMean) / Math.sqrt(calls.size()))
                .with(new SampledCalls(
                        forks.stream().map(ForkHistogram::iterationMeans).toList(), calls)));
        double[] ranks =
                Metric.PERCENTILES.stream().mapToDouble(Metric.Percentile::rank).toArray();
        List<double[]> values =
                calls.stream().map(fork -> fork.percentiles(ranks)).toList();
        for (int i = 0; i < ranks.length; i++) {
            int index = i;
            Metric metric = Metric.percentile(Metric.PERCENTILES.get(i), data.unit());
            double[] percentiles =
                    values.stream().mapToDouble(fork -> fork[index]).toArray();
            into.add(series(identity.withMetric(metric.name()), metric, percentiles, List.of())
                    .withShapeNoise(rootMeanSquare(calls, fork -> fork.noiseOfPercentile(ranks[index]))));
        }
    }

    private static double rootMeanSquare(List<Distribution> forks, ToDoubleFunction<Distribution> noise) {
        return Math.sqrt(forks.stream()
                .mapToDouble(noise)
                .map(one -> one * one)
                .average()
                .orElseThrow());
    }

    /** The unit says which way is worse, and the mode where the unit is of neither kind; two that disagree mean that the file is not what it seems. */
    private static Direction direction(JsonCursor cursor, String mode, String unit) {
        Direction direction = switch (mode) {
            case "thrpt" -> Direction.LARGER_IS_BETTER;
            case "avgt", "sample", "ss" -> Direction.SMALLER_IS_BETTER;
            default -> throw cursor.error("expected one of the modes thrpt, avgt, sample, ss, found \"" + mode + "\"");
        };
        if (Units.direction(unit).filter(other -> other != direction).isPresent()) {
            throw cursor.error("mode \"" + mode + "\" does not go with the unit \"" + unit
                    + "\"; expected ops per time for thrpt and time per op otherwise");
        }
        return direction;
    }
}
