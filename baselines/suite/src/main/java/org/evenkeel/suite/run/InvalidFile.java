package org.evenkeel.suite.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.RunBenchmark;

/** The file that says which benchmarks of a run have no number, and why. */
public final class InvalidFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private InvalidFile() {}

    /** The content of {@code invalid.json}. */
    public static String content(Map<RunBenchmark, String> broken) {
        ArrayNode all = MAPPER.createArrayNode();
        broken.forEach((benchmark, reason) -> {
            ObjectNode one = all.addObject();
            one.put("benchmark", benchmark.benchmark());
            one.put("mode", benchmark.mode());
            // How many callers somebody's own benchmark has is known only from its result.
            one.put(
                    "threads",
                    benchmark instanceof PlannedBenchmark form ? form.form().threads() : 1);
            ObjectNode params = one.putObject("params");
            benchmark.params().forEach(params::put);
            one.put("reason", reason);
        });
        return all.toPrettyString() + "\n";
    }
}
