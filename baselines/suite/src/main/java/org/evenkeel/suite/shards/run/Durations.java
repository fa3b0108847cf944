package org.evenkeel.suite.shards.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;

/**
 * How long paths took in an earlier run.
 *
 * @param seconds by path, each above 0
 */
public record Durations(SortedMap<String, Double> seconds) {

    /** The file in a run's folder. */
    public static final String FILE = "durations.json";

    /** Nothing is known. */
    public static final Durations NONE = new Durations(new TreeMap<>());

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Durations {
        seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
    }

    /** How long a path took; empty where nobody knows. */
    public OptionalDouble of(String path) {
        Double known = seconds.get(path);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    /**
     * Reads the durations at a place.
     *
     * @param place a file, or the folder of a run
     * @throws BadInputException when there are none
     */
    public static Durations read(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve(FILE) : place;
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "--durations " + place + ": expected " + FILE
                            + " of an earlier run, found nothing there; leave the option out to plan by the time that is planned");
        }
        SortedMap<String, Double> seconds = new TreeMap<>();
        try {
            JsonNode all = MAPPER.readTree(Files.readAllBytes(file)).path("seconds");
            all.properties()
                    .forEach(one -> seconds.put(one.getKey(), one.getValue().asDouble(0)));
        } catch (JsonProcessingException e) {
            throw new BadInputException(file + ": expected JSON, found something else; take that of another run", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
        seconds.forEach((path, took) -> {
            if (!(took > 0 && took < Double.POSITIVE_INFINITY)) {
                throw new BadInputException(
                        file + ": expected seconds above 0 for " + path + ", found " + took + "; take out that line");
            }
        });
        return new Durations(seconds);
    }

    /** The file's content. */
    public String json() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schemaVersion", 1);
        ObjectNode all = json.putObject("seconds");
        seconds.forEach((path, took) -> all.put(path, Math.round(1000 * took) / 1000.0));
        return json.toPrettyString() + "\n";
    }
}
