package org.evenkeel.suite.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;

/** The live heap of each path through its leak check. */
final class MemoryProfile {

    private static final int TOP = 10;

    private MemoryProfile() {}

    static ArrayNode render(List<LeakReport> leaks) {
        ArrayNode all = BatchMetrics.MAPPER.createArrayNode();
        for (LeakReport leak : leaks) {
            ObjectNode one = all.addObject();
            one.put("path", leak.workload());
            one.put("unit", "bytes");
            heap(one, leak.recording().samples());
            one.put("verdict", leak.verdictName().name());
            one.put("leak", leak.verdictName() == LeakVerdictName.GROWING);
        }
        return all;
    }

    private static void heap(ObjectNode one, List<Sample> samples) {
        ArrayNode points = one.putArray("samples");
        long peak = Long.MIN_VALUE;
        for (Sample sample : samples) {
            var heap = sample.reading(Signal.HEAP);
            if (heap.isPresent()) {
                points.addObject()
                        .put("elapsedSeconds", sample.elapsedNanos() / 1e9)
                        .put("operations", sample.totalOperations())
                        .put("bytes", heap.getAsLong());
                peak = Math.max(peak, heap.getAsLong());
            }
        }
        if (points.isEmpty()) {
            List.of("initial", "final", "peak", "growth", "growthPercent").forEach(one::putNull);
            one.putArray("topAllocations");
            return;
        }
        long first = points.get(0).get("bytes").asLong();
        long last = points.get(points.size() - 1).get("bytes").asLong();
        one.put("initial", first);
        one.put("final", last);
        one.put("peak", peak);
        one.put("growth", last - first);
        one.put("growthPercent", 100.0 * (last - first) / first);
        ArrayNode top = one.putArray("topAllocations");
        samples.get(samples.size() - 1).histogram().classes().entrySet().stream()
                .sorted(Comparator.<Map.Entry<HeapClass, ClassCount>>comparingLong(
                                entry -> entry.getValue().bytes())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(TOP)
                .forEach(entry -> top.addObject()
                        .put("class", entry.getKey().name())
                        .put("instances", entry.getValue().instances())
                        .put("bytes", entry.getValue().bytes()));
    }
}
