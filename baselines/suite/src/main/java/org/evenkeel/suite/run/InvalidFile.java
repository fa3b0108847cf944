package org.evenkeel.suite.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.evenkeel.suite.plan.PlannedBenchmark;

/** The file that says which benchmarks of a run have no number, and why. */
public final class InvalidFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private InvalidFile() {}

    /** The content of {@code invalid.json}. */
    public static String content(Map<PlannedBenchmark, String> broken) {
        ArrayNode all = MAPPER.createArrayNode();
        broken.forEach((benchmark, reason) -> {
            ObjectNode one = all.addObject();
            one.put("benchmark", benchmark.benchmark());
            one.put("mode", benchmark.measure().jmhMode());
            one.put("threads", benchmark.form().threads());
            one.putObject("params").put("path", benchmark.path().spec().toString());
            one.put("reason", reason);
        });
        return all.toPrettyString() + "\n";
    }
}
