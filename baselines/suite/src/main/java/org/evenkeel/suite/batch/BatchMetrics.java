package org.evenkeel.suite.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Distribution;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.RawResult;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.samples.Units;
import org.evenkeel.leakcheck.report.LeakReport;

/**
 * The six files of {@code batch_metrics/}.
 *
 * <p>Times are in milliseconds, sizes in bytes, rates per second, whatever JMH's file had. What was not measured is null
 * and never 0.
 */
public final class BatchMetrics {

    /** The folder's name. */
    public static final String FOLDER = "batch_metrics";

    /** The files that belong there. */
    public static final List<String> FILES = List.of(
            "processing_times.json",
            "throughput_report.json",
            "latency_distribution.json",
            "queue_depth.json",
            "memory_profile.json",
            "worker_resource_utilization.json");

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final double MILLIS = 1e3;
    private static final int BINS = 20;
    private static final List<String> NAMES = List.of("p50", "p75", "p90", "p95", "p99");
    private static final double[] RANKS = {0.5, 0.75, 0.9, 0.95, 0.99};

    private final Input input;

    private BatchMetrics(Input input) {
        this.input = input;
    }

    /**
     * What the files are made of.
     *
     * @param session the scores
     * @param raw the single calls, by the identity of the score
     * @param leaks the leak checks
     * @param uses what a benchmark used of the machine
     */
    public record Input(Session session, Map<Identity, RawResult> raw, List<LeakReport> leaks, List<WorkerUse> uses) {
        public Input {
            raw = Map.copyOf(raw);
            leaks = List.copyOf(leaks);
            uses = List.copyOf(uses);
        }
    }

    /** The content of each file, by name. */
    public static Map<String, String> render(Input input) {
        BatchMetrics metrics = new BatchMetrics(input);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(FILES.get(0), text("processingTimes", metrics.processingTimes()));
        files.put(FILES.get(1), text("throughput", metrics.throughput()));
        files.put(FILES.get(2), text("latencies", metrics.latencies()));
        files.put(FILES.get(3), text("queues", metrics.queues()));
        files.put(FILES.get(4), text("memory", MemoryProfile.render(input.leaks())));
        files.put(FILES.get(5), text("workers", metrics.workers()));
        return files;
    }

    private static String text(String name, ArrayNode content) {
        ObjectNode all = MAPPER.createObjectNode();
        all.put("schemaVersion", 1);
        all.set(name, content);
        return all.toPrettyString() + "\n";
    }

    private ArrayNode processingTimes() {
        ArrayNode all = MAPPER.createArrayNode();
        scores(Direction.SMALLER_IS_BETTER).forEach(series -> {
            double millis =
                    MILLIS * Units.secondsPerOperation(series.metric().unit()).orElse(Double.NaN);
            ObjectNode one = named(all, series.identity());
            one.put("unit", "ms/op");
            double[] forks = series.forks();
            one.put("mean", mean(forks) * millis);
            one.put("median", series.median() * millis);
            ArrayNode each = one.putArray("forks");
            for (double fork : forks) {
                each.add(fork * millis);
            }
        });
        return all;
    }

    private ArrayNode throughput() {
        ArrayNode all = MAPPER.createArrayNode();
        scores(Direction.LARGER_IS_BETTER).forEach(series -> {
            double rate = Units.operationsPerSecond(series.metric().unit()).orElse(Double.NaN);
            ObjectNode one = named(all, series.identity());
            one.put("unit", "ops/s");
            one.put("operationsPerSecond", series.median() * rate);
            ArrayNode each = one.putArray("forks");
            for (double fork : series.forks()) {
                each.add(fork * rate);
            }
        });
        return all;
    }

    private ArrayNode latencies() {
        ArrayNode all = MAPPER.createArrayNode();
        input.session().series().keySet().forEach(identity -> {
            RawResult raw = input.raw().get(identity);
            if (raw != null && raw.calls().isPresent()) {
                double millis = MILLIS * Units.secondsPerOperation(raw.unit()).orElse(Double.NaN);
                latency(named(all, identity), raw.calls().get(), millis);
            }
        });
        return all;
    }

    private static void latency(ObjectNode one, Distribution calls, double millis) {
        one.put("unit", "ms/op");
        one.put("calls", calls.total());
        one.put("min", calls.least() * millis);
        double[] values = calls.percentiles(RANKS);
        for (int i = 0; i < RANKS.length; i++) {
            one.put(NAMES.get(i), values[i] * millis);
        }
        one.put("max", calls.most() * millis);
        // Equal steps of the logarithm: latencies span many orders of magnitude, and the slow ones matter.
        double[] edges = new double[BINS + 1];
        double low = Math.max(calls.least(), Double.MIN_NORMAL);
        double high = Math.max(calls.most(), low) * (1 + 1e-9);
        for (int i = 0; i <= BINS; i++) {
            edges[i] = low * Math.pow(high / low, (double) i / BINS);
        }
        edges[0] = Math.min(calls.least(), edges[0]);
        edges[BINS] = Math.nextUp(Math.max(edges[BINS], calls.most()));
        ArrayNode histogram = one.putArray("histogram");
        if (!(edges[0] < edges[1])) {
            bin(histogram, calls.least() * millis, calls.most() * millis, calls.total());
            return;
        }
        long[] counts = calls.countsBetween(edges);
        for (int i = 0; i < BINS; i++) {
            bin(histogram, edges[i] * millis, edges[i + 1] * millis, counts[i]);
        }
    }

    private static void bin(ArrayNode histogram, double from, double to, long count) {
        histogram.addObject().put("from", from).put("to", to).put("count", count);
    }

    /** Gauges of a path that say how much waits: their secondary results end with .mean and .max. */
    private ArrayNode queues() {
        ArrayNode all = MAPPER.createArrayNode();
        input.session().series().forEach((identity, series) -> {
            String metric = identity.metric();
            if (metric.endsWith(".max")) {
                String gauge = metric.substring(0, metric.length() - ".max".length());
                ObjectNode one = named(all, identity);
                one.put("gauge", gauge);
                one.put("unit", series.metric().unit());
                Series means = input.session().series().get(identity.withMetric(gauge + ".mean"));
                put(one, "mean", means == null ? OptionalDouble.empty() : OptionalDouble.of(mean(means.forks())));
                double most = Double.NEGATIVE_INFINITY;
                for (double fork : series.forks()) {
                    most = Math.max(most, fork);
                }
                put(one, "max", OptionalDouble.of(most));
            }
        });
        return all;
    }

    private ArrayNode workers() {
        ArrayNode all = MAPPER.createArrayNode();
        for (WorkerUse use : input.uses()) {
            ObjectNode one = named(all, use.identity());
            put(one, "cpuCores", use.cpuCores());
            put(one, "machineShareOfOthers", use.othersShare());
            one.put("threads", use.identity().threads());
            put(one, "bytesAllocatedPerOperation", center(use.identity().withMetric(Metric.ALLOCATION)));
            OptionalDouble rate = operationsPerSecond(use.identity());
            put(one, "operationsPerSecond", rate);
            put(
                    one,
                    "cpuSecondsPerOperation",
                    use.cpuCores().isPresent() && rate.orElse(0) > 0
                            ? OptionalDouble.of(use.cpuCores().getAsDouble() / rate.getAsDouble())
                            : OptionalDouble.empty());
        }
        return all;
    }

    private OptionalDouble operationsPerSecond(Identity identity) {
        Series series = input.session().series().get(identity.withMetric(Metric.SCORE));
        if (series == null) {
            return OptionalDouble.empty();
        }
        OptionalDouble rate = Units.operationsPerSecond(series.metric().unit());
        if (rate.isPresent()) {
            return OptionalDouble.of(series.median() * rate.getAsDouble());
        }
        OptionalDouble seconds = Units.secondsPerOperation(series.metric().unit());
        return seconds.isPresent()
                ? OptionalDouble.of(identity.threads() / (series.median() * seconds.getAsDouble()))
                : OptionalDouble.empty();
    }

    private OptionalDouble center(Identity identity) {
        Series series = input.session().series().get(identity);
        return series == null ? OptionalDouble.empty() : OptionalDouble.of(series.median());
    }

    private List<Series> scores(Direction direction) {
        return input.session().series().values().stream()
                .filter(series -> series.identity().metric().equals(Metric.SCORE)
                        && series.metric().direction() == direction
                        && series.isPositive())
                .toList();
    }

    static ObjectNode named(ArrayNode all, Identity identity) {
        ObjectNode one = all.addObject();
        one.put("benchmark", identity.benchmark());
        one.put("mode", identity.mode());
        one.put("threads", identity.threads());
        ObjectNode params = one.putObject("params");
        identity.params().forEach(params::put);
        return one;
    }

    static void put(ObjectNode one, String field, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            one.put(field, value.getAsDouble());
        } else {
            one.putNull(field);
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
