package org.evenkeel.suite.report.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.RawResult;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Objective;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Rules;
import org.evenkeel.compare.verdict.Selector;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.HistoryLine;
import org.evenkeel.suite.report.parts.MeasuredSide;
import org.evenkeel.suite.report.parts.Parts;
import org.evenkeel.suite.report.parts.ProfileLink;

/** Reports with everything in them, made from files as JMH writes them. */
public final class ReportFixture {

    public static final String HOSTILE = "<script>alert(1)</script>";

    private static final String CLASS = "org.evenkeel.jmh.HotPathBenchmark.";
    private static final SortedMap<String, Integer> FORMS =
            new TreeMap<>(Map.of("single", 1, "batch", 1, "tenThreads", 10, "fiftyThreads", 50));

    private ReportFixture() {}

    /** A path in all forms with objectives of each grade, a hostile name, a leak, a history and a profile. */
    public static CheckReport everything() throws IOException {
        List<String> base = List.of(path("documents", 1, 1), path("documents", 1, 2));
        String current = path("documents", 1.3, 3);
        return report(base, current, Options.DEFAULT.withRules(new Rules(objectives(), List.of())))
                .with(parts(base, current)
                        .withHistory(List.of(history("documents single " + HOSTILE), history("documents batch")))
                        .withProfiles(List.of(new ProfileLink("documents, CPU " + HOSTILE, "profiles/cpu.html"))));
    }

    /** A comparison of this many benchmarks in average time, each with three forks. */
    public static CheckReport many(int benchmarks) throws IOException {
        return compared(plain(benchmarks, 1), plain(benchmarks, 2));
    }

    /** One benchmark, none of whose three metrics could be decided, for the same reason. */
    static CheckReport undecided() throws IOException {
        CheckReport one = many(1);
        List<Row> rows = Stream.of(Metric.SCORE, "gc.alloc.rate.norm", "p99")
                .map(metric -> new Row(
                        new Identity("a.B.c", "thrpt", 1, new TreeMap<>(), metric),
                        new Metric(metric, "ops/s", MetricKind.TIME, Direction.LARGER_IS_BETTER),
                        OptionalDouble.of(1),
                        OptionalDouble.of(2),
                        new Verdict.Inconclusive(Optional.empty(), false, "too few blocks"),
                        true))
                .toList();
        return new CheckReport(
                one.environment(),
                one.session(),
                List.of(),
                one.baseline(),
                new Comparison(rows, List.of(), Options.DEFAULT, 1, 1, List.of()),
                List.of());
    }

    /** The same in sample time: each benchmark has rows for its percentiles, and single calls behind them. */
    static CheckReport manySampled(int benchmarks) throws IOException {
        return compared(sampled(benchmarks, 1), sampled(benchmarks, 2));
    }

    private static CheckReport compared(String base, String current) throws IOException {
        return report(List.of(base), current, Options.DEFAULT).with(parts(List.of(base), current));
    }

    private static List<Objective> objectives() {
        return List.of(
                objective(
                        "single",
                        "thrpt",
                        Metric.SCORE,
                        Objective.Bound.AT_LEAST,
                        1_000,
                        "ops/s",
                        OptionalDouble.empty()),
                objective("batch", "sample", "p99", Objective.Bound.AT_MOST, 100, "us/op", OptionalDouble.of(10_000)),
                objective(
                        "fiftyThreads", "sample", "p50", Objective.Bound.AT_MOST, 10, "us/op", OptionalDouble.empty()));
    }

    private static Objective objective(
            String form,
            String mode,
            String metric,
            Objective.Bound bound,
            double limit,
            String unit,
            OptionalDouble acceptable) {
        Selector selector =
                new Selector(Pattern.compile(form), Optional.of(mode), OptionalInt.empty(), Optional.of(metric));
        return new Objective(selector, bound, limit, unit, acceptable);
    }

    private static CheckReport report(List<String> base, String current, Options options) throws IOException {
        Session now = JmhText.read(current, "now.json");
        return new CheckReport(
                new Environment(
                        new TreeMap<>(Map.of("cpu.count", "4", "jvm.name", "Test VM")),
                        new TreeMap<>(Map.of("commit", "abcdef"))),
                now,
                LeakReports.fromJson(resource("/org/evenkeel/suite/report/leakcheck.json")),
                new BaselineUsed.Same("main", base.size()),
                Comparer.compare(sessions(base), List.of(now), List.of(), options),
                List.of("documents tenThreads latency: its times, because " + HOSTILE));
    }

    private static Parts parts(List<String> base, String current) {
        return Parts.NONE.withSides(
                new MeasuredSide(sessions(base), raw(base.get(base.size() - 1))),
                new MeasuredSide(sessions(List.of(current)), raw(current)));
    }

    private static List<Session> sessions(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> JmhText.read(texts.get(i), "base-" + i + ".json"))
                .toList();
    }

    private static SortedMap<Identity, RawResult> raw(String text) {
        return JmhReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "run.json")
                .raw();
    }

    private static HistoryLine history(String benchmark) {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        List<HistoryLine.Point> points = IntStream.range(0, 40)
                .mapToObj(i -> new HistoryLine.Point(
                        first.plusSeconds(86_400L * i), "c0ffee" + i, (i < 25 ? 100 : 120) + i % 3))
                .toList();
        return new HistoryLine(benchmark, "score", "us/op", points, List.of(new HistoryLine.Shift(25, 0.2)));
    }

    private static String path(String path, double slower, long seed) {
        Random random = new Random(seed);
        List<String> results = new ArrayList<>();
        FORMS.forEach((method, threads) -> {
            double micros = 80 * slower * Math.sqrt(threads);
            String forks = forks(3, () -> iterations(5, () -> histogram(random, micros, 200)));
            results.add(result(CLASS + method, "sample", threads, path, "us/op", "rawDataHistogram", forks));
            double rate = 9_000 / slower * Math.min(1.6, threads);
            String rates = forks(3, () -> iterations(5, () -> number(rate * (1 + 0.01 * random.nextGaussian()))));
            results.add(result(CLASS + method, "thrpt", threads, path, "ops/s", "rawData", rates));
        });
        results.add(result(
                HOSTILE,
                "avgt",
                1,
                HOSTILE,
                "ns/op",
                "rawData",
                forks(3, () -> iterations(5, () -> number(50 + random.nextDouble())))));
        return "[" + String.join(",\n", results) + "]";
    }

    private static String plain(int benchmarks, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, benchmarks)
                .mapToObj(i -> result(
                        "org.acme.Bench" + i / 20 + ".method" + i,
                        "avgt",
                        1,
                        "p" + i % 7,
                        "ns/op",
                        "rawData",
                        forks(3, () -> iterations(5, () -> number(100 + i + random.nextGaussian())))))
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String sampled(int benchmarks, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, benchmarks)
                .mapToObj(i -> result(
                        "org.acme.Bench" + i / 20 + ".method" + i,
                        "sample",
                        1,
                        "p" + i % 7,
                        "us/op",
                        "rawDataHistogram",
                        forks(3, () -> iterations(5, () -> histogram(random, 100 + i, 20)))))
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    private interface Part {
        String text();
    }

    private static String forks(int count, Part fork) {
        return IntStream.range(0, count).mapToObj(i -> fork.text()).collect(Collectors.joining(",", "[", "]"));
    }

    private static String iterations(int count, Part iteration) {
        return forks(count, iteration);
    }

    /** A lognormal body with a tail, as pairs of a time and its count. */
    private static String histogram(Random random, double micros, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i ->
                        "[" + number(micros * Math.exp(0.2 * random.nextGaussian()) * (i % 50 == 0 ? 8 : 1)) + ",1]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String result(
            String benchmark, String mode, int threads, String path, String unit, String field, String forks) {
        return """
                {"jmhVersion": "1.37", "benchmark": "%s", "mode": "%s", "threads": %d, "forks": 3, "jvmArgs": [],
                 "vmName": "Test VM", "vmVersion": "17", "params": {"path": "%s"},
                 "primaryMetric": {"score": 1, "scoreUnit": "%s", "%s": %s}, "secondaryMetrics": {}}""".formatted(benchmark, mode, threads, path, unit, field, forks);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportFixture.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
