package org.evenkeel.suite.ab.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;

/** Puts JMH's files of single forks together, as JMH itself would have written them had it run the forks in one go. */
public final class MergedForks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RAW = "rawData";

    private MergedForks() {}

    /**
     * Writes one JMH file.
     *
     * @param benchmarks for each the files of its forks, at least one
     */
    public static void write(Path target, List<List<Path>> benchmarks) {
        ArrayNode results = JSON.createArrayNode();
        for (List<Path> forks : benchmarks) {
            results.add(merged(forks.stream().map(MergedForks::read).toList()));
        }
        AtomicFiles.write(target, results.toPrettyString() + "\n");
    }

    private static JsonNode merged(List<ObjectNode> forks) {
        ObjectNode all = forks.get(0).deepCopy();
        all.put("forks", forks.size());
        merge(all.path("primaryMetric"), forks, "/primaryMetric");
        all.path("secondaryMetrics")
                .fieldNames()
                .forEachRemaining(name -> merge(
                        all.path("secondaryMetrics").path(name),
                        forks,
                        "/secondaryMetrics/" + name.replace("~", "~0").replace("/", "~1")));
        return all;
    }

    private static void merge(JsonNode metric, List<ObjectNode> forks, String place) {
        if (!(metric instanceof ObjectNode into && into.path(RAW).isArray())) {
            return;
        }
        ArrayNode raw = into.putArray(RAW);
        forks.forEach(fork -> fork.at(place).path(RAW).forEach(raw::add));
        double sum = 0;
        int count = 0;
        for (JsonNode fork : raw) {
            for (JsonNode value : fork) {
                sum += value.asDouble();
                count++;
            }
        }
        if (count > 0) {
            into.put("score", sum / count);
        }
        // These were of the first fork alone.
        into.put("scoreError", "NaN");
        into.putArray("scoreConfidence").add("NaN").add("NaN");
        into.putObject("scorePercentiles");
    }

    private static ObjectNode read(Path file) {
        try {
            if (JSON.readTree(Files.readString(file)) instanceof ArrayNode results
                    && results.size() == 1
                    && results.get(0) instanceof ObjectNode result) {
                return result;
            }
        } catch (JsonProcessingException torn) {
            throw new BadInputException(file + ": expected JMH's result, found no JSON; take it away", torn);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e) + "; take it away", e);
        }
        throw new BadInputException(file + ": expected JMH's result of one benchmark, found something else");
    }
}
