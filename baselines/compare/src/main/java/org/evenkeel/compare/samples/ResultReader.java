package org.evenkeel.compare.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;

/** Reads one result: an element of a JMH file. Fields may come in any order, and unknown ones are passed over. */
final class ResultReader {

    private final TreeMap<String, String> params = new TreeMap<>();
    private final Map<String, String> facts = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, MetricData> secondary = new LinkedHashMap<>();
    private @Nullable String benchmark;
    private @Nullable String mode;
    private int threads;
    private @Nullable MetricData primary;

    private ResultReader() {}

    static void read(JsonCursor cursor, SharedFacts shared, Collection<Series> into) throws IOException {
        Origin origin = cursor.origin();
        ResultReader reader = new ResultReader();
        reader.fields(cursor);
        List<Series> found = new ArrayList<>();
        reader.addSeries(origin, cursor, shared, found);
        Settings settings = Settings.of(reader.settings);
        found.forEach(series -> into.add(series.withSettings(settings)));
    }

    /** Reads what stands behind the score, and nothing else of the result. */
    static RawResult readRaw(JsonCursor cursor) throws IOException {
        Origin origin = cursor.origin();
        ResultReader reader = new ResultReader();
        reader.fields(cursor);
        return reader.raw(origin, cursor);
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
            // Until 1.36 JMH put a middle dot before its profilers' names, which some encodings spoilt.
            String plain = name.replaceFirst("^[^\\p{ASCII}?]*[?]?(?=\\p{Alpha})", "");
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
        facts.put("jvm.flags", JvmFlags.thatMatter(arguments));
    }

    private RawResult raw(Origin origin, JsonCursor cursor) {
        if (benchmark == null || mode == null || threads == 0 || primary == null) {
            throw incomplete(origin, cursor);
        }
        List<ForkHistogram> forks = primary.histograms();
        return new RawResult(
                new Identity(benchmark, mode, threads, params, Metric.SCORE),
                primary.unit(),
                forks.isEmpty()
                        ? primary.raw().forks()
                        : forks.stream().map(ForkHistogram::iterationMeans).toList(),
                forks.isEmpty() ? Optional.empty() : Optional.of(ForkHistogram.together(forks)));
    }

    private BadInputException incomplete(Origin origin, JsonCursor cursor) {
        return cursor.error("the result that begins at line " + origin.line() + " lacks "
                + (benchmark == null
                        ? "\"benchmark\""
                        : mode == null ? "\"mode\"" : threads == 0 ? "\"threads\"" : "\"primaryMetric\"")
                + "; expected a result of JMH");
    }

    private void addSeries(Origin origin, JsonCursor cursor, SharedFacts shared, Collection<Series> into) {
        if (benchmark == null || mode == null || threads == 0 || primary == null) {
            throw incomplete(origin, cursor);
        }
        Direction direction = direction(cursor, mode, primary.unit());
        Identity identity = new Identity(benchmark, mode, threads, params, Metric.SCORE);
        var sharedFacts = shared.of(facts);
        if (primary.histograms().isEmpty()) {
            into.add(new Series(
                    identity,
                    Metric.score(primary.unit(), direction),
                    primary.required(cursor).geometricMeans(),
                    primary.raw().forks(),
                    sharedFacts,
                    origin));
        } else {
            addSampleTime(primary, identity, direction, origin, sharedFacts, into);
        }
        secondary.forEach((name, data) -> {
            double[] forks = data.meansOrScore();
            if (forks.length > 0) {
                Metric metric = Metric.secondary(name, data.unit());
                into.add(new Series(
                        identity.withMetric(name), metric, forks, data.iterationsOrScore(), sharedFacts, origin));
            }
        });
    }

    private static void addSampleTime(
            MetricData data,
            Identity identity,
            Direction direction,
            Origin origin,
            java.util.SortedMap<String, String> facts,
            Collection<Series> into) {
        List<ForkHistogram> forks = data.histograms();
        List<Distribution> calls = forks.stream()
                .map(fork -> ForkHistogram.together(List.of(fork)))
                .toList();
        into.add(new Series(
                        identity,
                        Metric.score(data.unit(), direction),
                        forks.stream().mapToDouble(ForkHistogram::mean).toArray(),
                        facts,
                        origin)
                // Chance strikes each fork anew; where a percentile stands on a cliff it does so in all of them.
                .withShapeNoise(rootMeanSquare(calls, Distribution::noiseOfMean) / Math.sqrt(calls.size())));
        double[] ranks =
                Metric.PERCENTILES.stream().mapToDouble(Metric.Percentile::rank).toArray();
        List<double[]> values =
                calls.stream().map(fork -> fork.percentiles(ranks)).toList();
        for (int i = 0; i < ranks.length; i++) {
            int index = i;
            Metric metric = Metric.percentile(Metric.PERCENTILES.get(i), data.unit());
            into.add(new Series(
                            identity.withMetric(metric.name()),
                            metric,
                            values.stream().mapToDouble(fork -> fork[index]).toArray(),
                            facts,
                            origin)
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
