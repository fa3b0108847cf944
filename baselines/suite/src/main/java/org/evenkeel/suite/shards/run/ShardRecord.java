package org.evenkeel.suite.shards.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Shard;

/**
 * What a shard that has come to its end says of itself. It is written last, so a folder without it is that of a shard that
 * was killed or still runs.
 *
 * @param id one that no other shard has, nor the same index run again
 * @param shard which one
 * @param command {@code bench}, {@code check} or {@code nightly}
 * @param run what the scheduler calls the whole run
 * @param signature the plan of the whole run
 * @param fingerprint of the plan and of its division into shards
 * @param paths of each shard, in the order of the shards
 * @param benchmarks the file names of what this shard was to measure
 * @param broken why benchmarks of it gave no number, by file name
 * @param code commit, or hash of the jars where nobody knows the commit
 * @param host where it ran
 * @param startMillis since the epoch, by the clock of the host
 * @param endMillis the same, not before
 * @param status what the command would have ended with on its own
 */
public record ShardRecord(
        String id,
        Shard shard,
        String command,
        String run,
        String signature,
        String fingerprint,
        List<List<String>> paths,
        List<String> benchmarks,
        SortedMap<String, String> broken,
        String code,
        ShardHost host,
        long startMillis,
        long endMillis,
        int status) {

    /** The file in the folder of a shard. */
    public static final String FILE = "shard.json";

    private static final int SCHEMA_VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public ShardRecord {
        paths = paths.stream().map(List::copyOf).toList();
        benchmarks = List.copyOf(benchmarks);
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
        if (paths.size() != shard.count()) {
            throw new IllegalArgumentException("a plan of " + paths.size() + " shards for shard " + shard);
        }
    }

    /** The paths that this shard measured. */
    public List<String> ownPaths() {
        return paths.get(shard.index());
    }

    /** Whether both were at work at the same time. */
    public boolean overlaps(ShardRecord other) {
        return startMillis < other.endMillis && other.startMillis < endMillis;
    }

    /** Writes it. */
    public void write(Path folder) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("id", id);
        json.put("index", shard.index());
        json.put("count", shard.count());
        json.put("command", command);
        json.put("run", run);
        json.put("signature", signature);
        json.put("fingerprint", fingerprint);
        ArrayNode all = json.putArray("paths");
        paths.forEach(own -> own.forEach(all.addArray()::add));
        benchmarks.forEach(json.putArray("benchmarks")::add);
        ObjectNode reasons = json.putObject("broken");
        broken.forEach(reasons::put);
        json.put("code", code);
        json.putObject("host").put("name", host.name()).put("id", host.id());
        json.put("startMillis", startMillis);
        json.put("endMillis", endMillis);
        json.put("status", status);
        AtomicFiles.write(folder.resolve(FILE), json.toPrettyString() + "\n");
    }

    /**
     * What the shard in a folder says; empty where it has not come to its end.
     *
     * @throws BadInputException when the file is damaged or of a newer version
     */
    public static Optional<ShardRecord> in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
            if (json.path("schemaVersion").asInt() != SCHEMA_VERSION) {
                throw new BadInputException(file + ": expected schemaVersion " + SCHEMA_VERSION + ", found "
                        + json.path("schemaVersion") + "; measure all shards with one version");
            }
            return Optional.of(of(json));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new BadInputException(
                    file + ": expected what a shard says of itself, found something else; run that index again", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    private static ShardRecord of(JsonNode json) {
        List<List<String>> paths = new ArrayList<>();
        json.path("paths").forEach(own -> paths.add(texts(own)));
        SortedMap<String, String> broken = new TreeMap<>();
        json.path("broken")
                .properties()
                .forEach(one -> broken.put(one.getKey(), one.getValue().asText()));
        return new ShardRecord(
                text(json, "id"),
                new Shard(json.path("index").asInt(-1), json.path("count").asInt(0)),
                text(json, "command"),
                text(json, "run"),
                text(json, "signature"),
                text(json, "fingerprint"),
                paths,
                texts(json.path("benchmarks")),
                broken,
                text(json, "code"),
                new ShardHost(text(json.path("host"), "name"), text(json.path("host"), "id")),
                json.path("startMillis").asLong(),
                json.path("endMillis").asLong(),
                json.path("status").asInt());
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("expected a text for " + name);
        }
        return value.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
