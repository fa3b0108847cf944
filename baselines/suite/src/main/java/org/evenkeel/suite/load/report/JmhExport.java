package org.evenkeel.suite.load.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.verdict.LoadVerdict;

/**
 * Runs in the format of JMH's results, so that whatever compares, stores and follows those does the same with load: the rate of good
 * responses is a throughput, response times are sample times with their histogram, and a run is one fork. Service times of closed phases
 * are rows of their own, and say so.
 */
public final class JmhExport {

    /** What benchmarks of it are called. */
    static final String BENCHMARK = "org.evenkeel.load.";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double NANOS_PER_MICRO = 1e3;

    private JmhExport() {}

    /** The document. */
    public static String render(List<LoadVerdict> verdicts, String jdkVersion) {
        ArrayNode all = MAPPER.createArrayNode();
        for (LoadVerdict verdict : verdicts) {
            LoadRun run = verdict.run();
            // A run whose invariants break is never a number, and neither is one that was cut short.
            if (run.broken().isPresent() || run.ended().isPresent()) {
                continue;
            }
            for (PhaseResult phase : run.judged()) {
                for (TaskRows row : TaskRows.of(phase)) {
                    add(row, run, jdkVersion, all);
                }
            }
        }
        try {
            return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    private static void add(TaskRows row, LoadRun run, String jdkVersion, ArrayNode all) {
        if (row.result().done() == 0) {
            return;
        }
        ObjectNode rate = result(row, run, jdkVersion, "thrpt", "rate", all);
        ObjectNode metric = rate.putObject("primaryMetric");
        metric.put("score", row.rate());
        metric.put("scoreUnit", "ops/s");
        metric.putArray("rawData").addArray().add(row.rate());
        ObjectNode times = result(row, run, jdkVersion, "sample", row.kind(), all);
        ObjectNode sampled = times.putObject("primaryMetric");
        sampled.put("score", row.times().getMean() / NANOS_PER_MICRO);
        sampled.put("scoreUnit", "us/op");
        ArrayNode iteration = sampled.putArray("rawDataHistogram").addArray().addArray();
        pairs(row.times(), iteration);
    }

    private static void pairs(Histogram times, ArrayNode into) {
        for (HistogramIterationValue value : times.recordedValues()) {
            into.addArray()
                    .add(times.medianEquivalentValue(value.getValueIteratedTo()) / NANOS_PER_MICRO)
                    .add(value.getCountAtValueIteratedTo());
        }
    }

    private static ObjectNode result(
            TaskRows row, LoadRun run, String jdkVersion, String mode, String what, ArrayNode all) {
        ObjectNode node = all.addObject();
        node.put("jmhVersion", "load");
        node.put("benchmark", BENCHMARK + run.scenario().name() + "." + what);
        node.put("mode", mode);
        node.put("threads", row.phase().phase().arrivals().users());
        node.put("forks", 1);
        node.put("jdkVersion", jdkVersion);
        node.put("vmName", run.jvm());
        node.put("warmupIterations", run.scenario().warmup().isZero() ? 0 : 1);
        node.put("warmupTime", Math.max(1, run.scenario().warmup().toMillis()) + " ms");
        node.put("measurementIterations", 1);
        node.put("measurementTime", row.phase().phase().length().toMillis() + " ms");
        ObjectNode params = node.putObject("params");
        params.put("path", run.target());
        params.put("phase", row.phase().phase().name());
        params.put("arrivals", row.phase().phase().arrivals().words());
        params.put("user", row.result().user());
        params.put("task", row.result().task());
        node.putObject("secondaryMetrics");
        return node;
    }
}
