package org.evenkeel.suite.shards.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The comparisons of all shards as one. Each shard has judged its own paths on its own host, and has counted the benchmarks
 * of the whole run when it did, so that the rows can stand beside each other as they are.
 */
final class MergedComparison {

    private static final List<String> ARRAYS = List.of("paths", "oneSided", "objectives", "rows");

    /** Worst first. */
    private static final List<Integer> SEVERITY = List.of(2, 1, 4, 3, 0);

    private MergedComparison() {}

    /** The document; what is said once for a whole comparison is taken from the first. */
    static ObjectNode of(List<JsonNode> shards) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        shards.get(0)
                .properties()
                .forEach(field -> all.set(field.getKey(), field.getValue().deepCopy()));
        all.remove(List.of("moves", "times"));
        for (String name : ARRAYS) {
            ArrayNode merged = all.putArray(name);
            shards.forEach(shard -> shard.path(name).forEach(merged::add));
        }
        JsonNode worst = shards.get(0);
        for (JsonNode shard : shards) {
            if (rank(shard) < rank(worst)) {
                worst = shard;
            }
        }
        all.set("verdict", worst.path("verdict"));
        all.set("exitStatus", worst.path("exitStatus"));
        return all;
    }

    private static int rank(JsonNode shard) {
        return SEVERITY.indexOf(shard.path("exitStatus").asInt());
    }
}
