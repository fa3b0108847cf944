package org.evenkeel.suite.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a run was told, as it is kept in its folder, so that {@code --resume --out DIR} alone goes on with it.
 *
 * @param file that holds it
 * @param options by name
 */
public record Remembered(Path file, JsonNode options) {

    private static final String NAME = "options.json";

    /** The options of the command itself. */
    static final String ARGUMENTS = "arguments";

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

    /** Copies what the run in a folder was told into another, but for some options of the command; nothing where nothing was kept. */
    public static void copy(Path from, Path to, Set<String> without) {
        in(from).ifPresent(before -> {
            ObjectNode said = nothing();
            before.options.properties().forEach(option -> said.set(option.getKey(), option.getValue()));
            ArrayNode arguments = said.putArray(ARGUMENTS);
            before.texts(ARGUMENTS).stream()
                    .filter(argument -> !without.contains(nameOf(argument)))
                    .forEach(arguments::add);
            keep(to, said);
        });
    }

    private static String nameOf(String argument) {
        return argument.replaceFirst("=.*", "");
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

    /**
     * The options that a command was given, as they can be given again from any folder.
     *
     * @param not those that are declared by this class
     */
    static List<String> given(CommandSpec command, Class<?> not) {
        List<String> arguments = new ArrayList<>();
        for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            if (!(option.userObject() instanceof Field field
                    && field.getDeclaringClass().equals(not))) {
                arguments.addAll(words(option, true));
            }
        }
        return arguments;
    }

    private static List<String> words(OptionSpec option, boolean fromAnyFolder) {
        if (option.arity().max() == 0) {
            return List.of(option.longestName());
        }
        return option.originalStringValues().stream()
                .map(value -> option.longestName() + "="
                        + (fromAnyFolder && option.type().equals(Path.class)
                                ? Path.of(value).toAbsolutePath().toString()
                                : value))
                .toList();
    }

    /** Gives a command what it was given before, but for options that it is given again. */
    static void recall(CommandSpec command, List<String> before) {
        CommandLine.ParseResult now = command.commandLine().getParseResult();
        Set<String> again =
                now.matchedOptions().stream().map(OptionSpec::longestName).collect(Collectors.toSet());
        List<String> all = new ArrayList<>();
        now.matchedOptions().forEach(option -> all.addAll(words(option, false)));
        before.stream().filter(argument -> !again.contains(nameOf(argument))).forEach(all::add);
        now.matchedPositionals().forEach(position -> all.addAll(position.originalStringValues()));
        command.commandLine().parseArgs(all.toArray(new String[0]));
    }
}
