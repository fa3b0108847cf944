package org.evenkeel.suite.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;

/**
 * What a run was told, as it is kept in its folder, so that {@code --resume --out DIR} alone goes on with it.
 *
 * @param file that holds it
 * @param options by name
 */
public record Remembered(Path file, JsonNode options) {

    private static final String NAME = "options.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What the run in a folder was told; empty where it is of an earlier version. */
    public static Optional<Remembered> in(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Remembered(file, MAPPER.readTree(Files.readAllBytes(file))));
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    file + ": expected what the run was told, found no JSON; give the options again", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /** To put options into. */
    public static ObjectNode nothing() {
        return MAPPER.createObjectNode();
    }

    /** Keeps what a run was told. */
    public static void keep(Path folder, ObjectNode options) {
        AtomicFiles.write(folder.resolve(NAME), options.toPrettyString() + "\n");
    }

    /** The value of an option; empty where it was not given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(options.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /** The values of an option that may be repeated. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        options.path(name).forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
