package org.evenkeel.suite.load.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.evenkeel.suite.load.analysis.DriverUse;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.Second;
import org.evenkeel.suite.load.verdict.Graded;
import org.evenkeel.suite.load.verdict.KneeFound;
import org.evenkeel.suite.load.verdict.LeakVerdicts;
import org.evenkeel.suite.load.verdict.LoadVerdict;

/** Runs as {@code load.json}: one object for one run, an array for several. Times are in nanoseconds. */
public final class LoadJson {

    /** The version of the format that is written. */
    public static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LoadJson() {}

    /** The document; ends with a line break. */
    public static String render(List<LoadVerdict> verdicts) {
        ArrayNode all = MAPPER.createArrayNode();
        verdicts.forEach(verdict -> all.add(one(verdict)));
        try {
            return MAPPER.writer()
                            .with(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(all.size() == 1 ? all.get(0) : all)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    private static ObjectNode one(LoadVerdict verdict) {
        LoadRun run = verdict.run();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("schemaVersion", SCHEMA_VERSION);
        node.put("scenario", run.scenario().name());
        node.put("target", run.target());
        node.put("verdict", LoadWords.verdict(verdict));
        node.put("exitStatus", verdict.status().code());
        node.put("headline", LoadWords.headline(verdict));
        node.put("started", run.started().toString());
        node.put("jvm", run.jvm());
        node.put("processors", run.processors());
        run.broken().ifPresent(broken -> node.put("brokenInvariant", broken));
        run.ended().ifPresent(why -> node.put("endedBecause", why));
        ArrayNode invalid = node.putArray("invalid");
        verdict.invalid().forEach(invalid::add);
        ArrayNode phases = node.putArray("phases");
        for (PhaseResult phase : run.phases()) {
            phases.add(phase(phase, run));
        }
        ArrayNode objectives = node.putArray("objectives");
        for (Graded graded : verdict.grades()) {
            objectives.add(objective(graded));
        }
        verdict.knee().ifPresent(knee -> {
            ObjectNode found = node.putObject("knee");
            found.put("words", knee.words());
            knee.highest().ifPresent(stage -> found.put("highestMet", size(stage)));
            knee.lowestMissed().ifPresent(stage -> found.put("lowestMissed", size(stage)));
        });
        verdict.leak().ifPresent(leak -> {
            ObjectNode found = node.putObject("leak");
            found.put("verdict", leak.verdictName().name());
            found.put("explanation", leak.verdict().explanation());
            leak.verdict().evidence().rate().ifPresent(rate -> found.put("bytesPerOperation", rate.perOperation()));
            LeakVerdicts.heapPerMinute(leak).ifPresent(rate -> found.put("heapBytesPerMinute", rate));
        });
        ObjectNode driver = node.putObject("driver");
        driver.put("ownProcess", run.driver().isAProcessOfItsOwn());
        put(driver, "closedNanosPerRequest", run.driver().closedNanos());
        put(driver, "openCpuNanosPerArrival", run.driver().openCpuNanos());
        ArrayNode notes = node.putArray("notes");
        run.notes().forEach(notes::add);
        ArrayNode seconds = node.putArray("seconds");
        run.seconds().forEach(second -> seconds.add(second(second, run)));
        return node;
    }

    private static double size(PhaseResult stage) {
        return KneeFound.size(stage.phase());
    }

    private static ObjectNode phase(PhaseResult phase, LoadRun run) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", phase.phase().name());
        node.put("arrivals", phase.phase().arrivals().words());
        node.put("open", phase.isOpen());
        node.put("warmup", phase.isWarmup());
        node.put("seconds", phase.seconds());
        node.put("elapsedSeconds", phase.elapsedSeconds());
        node.put("offered", phase.offered());
        node.put("begun", phase.begun());
        node.put("done", phase.done());
        node.put("waitedForACaller", phase.waited());
        node.put("cpuShare", phase.cpu());
        DriverUse use = DriverUse.of(phase, run);
        node.put("driverShare", use.share());
        node.put("driverLagP99Nanos", use.lagP99Nanos());
        ObjectNode errors = node.putObject("errors");
        phase.errors().forEach(errors::put);
        ArrayNode tasks = node.putArray("tasks");
        for (TaskRows row : TaskRows.of(phase)) {
            ObjectNode task = tasks.addObject();
            task.put("user", row.result().user());
            task.put("task", row.result().task());
            task.put("total", row.isTotal());
            task.put("done", row.result().done());
            task.put("errors", row.result().errors());
            task.put("dropped", row.result().dropped());
            task.put("goodPerSecond", row.rate());
            if (phase.isOpen()) {
                task.set("responseNanos", times(row.result().response()));
            }
            task.set("serviceNanos", times(row.result().service()));
        }
        return node;
    }

    private static ObjectNode times(Histogram times) {
        ObjectNode node = MAPPER.createObjectNode();
        for (int i = 0; i < TaskRows.RANKS.length; i++) {
            double value = TaskRows.percentile(times, TaskRows.RANKS[i]);
            if (Double.isFinite(value)) {
                node.put(TaskRows.NAMES.get(i), (long) value);
            }
        }
        if (times.getTotalCount() > 0) {
            node.put("mean", times.getMean());
        }
        return node;
    }

    private static ObjectNode objective(Graded graded) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("metric", graded.objective().metric().name());
        node.put("phase", graded.phase());
        graded.objective().user().ifPresent(user -> node.put("user", user));
        graded.objective().task().ifPresent(task -> node.put("task", task));
        node.put("target", graded.objective().target());
        node.put("acceptable", graded.objective().acceptable());
        node.put("larger", graded.objective().larger());
        graded.value().ifPresent(value -> node.put("value", value));
        node.put("grade", graded.word());
        if (!graded.note().isEmpty()) {
            node.put("note", graded.note());
        }
        return node;
    }

    private static ObjectNode second(Second second, LoadRun run) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("seconds", second.seconds());
        node.put("phase", run.phases().get(second.phase()).phase().name());
        node.put("offered", second.offered());
        node.put("achieved", second.achieved());
        node.put("errors", second.errors());
        node.put("dropped", second.dropped());
        node.put("users", second.users());
        node.put("inFlight", second.inFlight());
        for (int i = 0; i < Second.TIMES.size(); i++) {
            put(node, Second.TIMES.get(i) + "Nanos", second.time(i));
        }
        put(node, "lagP99Nanos", second.lagNanos());
        node.put("heapBytes", second.heapBytes());
        second.afterCollectionBytes().ifPresent(bytes -> node.put("afterCollectionBytes", bytes));
        second.residentBytes().ifPresent(bytes -> node.put("residentBytes", bytes));
        second.outsideHeapBytes().ifPresent(bytes -> node.put("outsideHeapBytes", bytes));
        node.put("threads", second.threads());
        second.descriptors().ifPresent(count -> node.put("descriptors", count));
        node.put("cpu", second.cpu());
        node.put("pauseMillis", second.pauseMillis());
        if (!run.gauges().isEmpty()) {
            ObjectNode gauges = node.putObject("gauges");
            for (int i = 0; i < run.gauges().size(); i++) {
                put(gauges, run.gauges().get(i).name(), second.gauge(i));
            }
        }
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }
}
