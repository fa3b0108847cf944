package org.evenkeel.leakcheck.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.Growth;
import org.evenkeel.leakcheck.verdict.GrowthRate;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.SignalFinding;

/** One result as a JSON tree. */
final class ReportWriter {

    private final ObjectMapper mapper;

    private ReportWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static ObjectNode write(LeakReport report, ObjectMapper mapper) {
        return new ReportWriter(mapper).object(report);
    }

    private ObjectNode object(LeakReport report) {
        Recording recording = report.recording();
        LeakVerdict verdict = report.verdict();
        LeakEvidence evidence = verdict.evidence();
        ObjectNode node = mapper.createObjectNode();
        node.put("schemaVersion", LeakReports.SCHEMA_VERSION);
        node.put("workload", report.workload());
        node.put("verdict", report.verdictName().name());
        node.put("explanation", verdict.explanation());
        if (verdict instanceof LeakVerdict.Inconclusive inconclusive) {
            node.put("whatWouldSettle", inconclusive.whatWouldSettle());
        }
        node.put("operations", recording.totalOperations());
        node.put("batches", recording.samples().size());
        node.put("elapsedSeconds", report.elapsedSeconds());
        evidence.rate().ifPresent(rate -> node.set("bytesPerOperation", rate(rate)));
        evidence.excludedBytesPerOperation().ifPresent(excluded -> node.put("excludedBytesPerOperation", excluded));
        Growth growth = verdict.growth();
        growth.operationsUntilFull().ifPresent(operations -> node.put("operationsUntilFull", operations));
        ArrayNode signals = node.putArray("signals");
        evidence.signals().forEach(signal -> signals.add(signal(signal)));
        ArrayNode classes = node.putArray("growingClasses");
        growth.classes().forEach(found -> classes.add(growingClass(found)));
        CauseJson.write(report.cause(), node);
        node.put("jvm", recording.jvm().version());
        node.put("maxHeapBytes", recording.jvm().maxHeapBytes());
        node.put("source", recording.source().label());
        node.put("heapNoise", recording.noise().label());
        ArrayNode notes = node.putArray("notes");
        recording.notes().forEach(notes::add);
        ArrayNode samples = node.putArray("samples");
        recording.samples().forEach(sample -> samples.add(sample(sample)));
        node.set("classSeries", classSeries(recording.samples()));
        return node;
    }

    /** A bound that the data cannot give is left out, since JSON has no infinity. */
    private ObjectNode rate(GrowthRate rate) {
        ObjectNode node = mapper.createObjectNode();
        node.put("estimate", rate.perOperation());
        if (Double.isFinite(rate.interval().lower())) {
            node.put("lower", rate.interval().lower());
        }
        if (Double.isFinite(rate.interval().upper())) {
            node.put("upper", rate.interval().upper());
        }
        node.put("confidenceLevel", rate.interval().confidenceLevel());
        return node;
    }

    private ObjectNode signal(SignalFinding signal) {
        ObjectNode node = mapper.createObjectNode();
        node.put("name", signal.signal().label());
        node.put("unit", signal.signal().unit().plural());
        node.put("verdict", Tendencies.name(signal.finding().tendency()));
        signal.perOperation().ifPresent(rate -> node.put("perOperation", rate));
        node.put("model", signal.modelName());
        node.put("reason", signal.finding().reason());
        return node;
    }

    private ObjectNode growingClass(ClassFinding found) {
        ObjectNode node = mapper.createObjectNode();
        node.put("class", found.heapClass().name());
        node.put("platform", found.heapClass().platform());
        node.put("instancesPerOperation", found.instancesPerOperation());
        node.put("bytesPerOperation", found.bytesPerOperation());
        node.put("reason", found.finding().reason());
        return node;
    }

    private ObjectNode sample(Sample sample) {
        ObjectNode node = mapper.createObjectNode();
        node.put("batch", sample.batch());
        node.put("operations", sample.operations());
        node.put("totalOperations", sample.totalOperations());
        node.put("batchNanos", sample.batchNanos());
        node.put("elapsedNanos", sample.elapsedNanos());
        ObjectNode signals = node.putObject("signals");
        sample.signals().forEach((signal, value) -> signals.put(signal.label(), value));
        return node;
    }

    /** The classes whose number of instances or bytes changed; the others say nothing about growth. */
    private ArrayNode classSeries(List<Sample> samples) {
        ArrayNode all = mapper.createArrayNode();
        Set<HeapClass> changing = new TreeSet<>();
        for (int i = 1; i < samples.size(); i++) {
            Sample before = samples.get(i - 1);
            Sample now = samples.get(i);
            for (HeapClass heapClass : now.histogram().classes().keySet()) {
                if (!now.histogram().of(heapClass).equals(before.histogram().of(heapClass))) {
                    changing.add(heapClass);
                }
            }
            for (HeapClass heapClass : before.histogram().classes().keySet()) {
                if (now.histogram().of(heapClass).equals(ClassCount.NONE)) {
                    changing.add(heapClass);
                }
            }
        }
        for (HeapClass heapClass : changing) {
            ObjectNode node = all.addObject();
            node.put("class", heapClass.name());
            node.put("platform", heapClass.platform());
            ArrayNode instances = node.putArray("instances");
            ArrayNode bytes = node.putArray("bytes");
            for (Sample sample : samples) {
                instances.add(sample.histogram().of(heapClass).instances());
                bytes.add(sample.histogram().of(heapClass).bytes());
            }
        }
        return all;
    }
}
