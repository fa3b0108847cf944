package org.evenkeel.suite.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a run was told, as it is kept in its folder, so that {@code --resume --out DIR} alone goes on with it. */
public final class Remembered {

    private static final String NAME = "options.json";

    private static final String ARGUMENTS = "arguments";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Remembered() {}

    /**
     * Keeps what a run was told.
     *
     * @param now options by name, as the run made them out of what it was told
     */
    public static void keep(Path folder, CommandSpec command, Map<String, String> now) {
        List<String> arguments = new ArrayList<>();
        given(command).stream()
                .filter(argument -> !now.containsKey(nameOf(argument)))
                .forEach(arguments::add);
        now.forEach((name, value) -> arguments.add(name + "=" + value));
        keep(folder, arguments);
    }

    private static void keep(Path folder, List<String> arguments) {
        ObjectNode said = MAPPER.createObjectNode();
        arguments.forEach(said.putArray(ARGUMENTS)::add);
        AtomicFiles.write(folder.resolve(NAME), said.toPrettyString() + "\n");
    }

    /** Gives a command what the run in a folder was told, but for options that it is given again. */
    public static void recall(Path folder, CommandSpec command) {
        if (Files.isRegularFile(folder.resolve(NAME))) {
            again(command, in(folder));
        }
    }

    /** Copies what the run in a folder was told into another, but for some options; nothing where nothing was kept. */
    public static void copy(Path from, Path to, Set<String> without) {
        if (Files.isRegularFile(from.resolve(NAME))) {
            keep(
                    to,
                    in(from).stream()
                            .filter(argument -> !without.contains(nameOf(argument)))
                            .toList());
        }
    }

    private static List<String> in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            List<String> arguments = new ArrayList<>();
            MAPPER.readTree(Files.readAllBytes(file)).path(ARGUMENTS).forEach(value -> arguments.add(value.asText()));
            return arguments;
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    file + ": expected what the run was told, found no JSON; give the options again", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    private static String nameOf(String argument) {
        return argument.replaceFirst("=.*", "");
    }

    /** What a command was given, as it can be given again from any folder. */
    private static List<String> given(CommandSpec command) {
        CommandLine.ParseResult given = command.commandLine().getParseResult();
        List<String> arguments = new ArrayList<>();
        options(given).forEach(option -> arguments.addAll(words(option, true)));
        given.matchedPositionals().forEach(position -> arguments.addAll(position.originalStringValues()));
        return arguments;
    }

    /** Each that was given. Picocli lists one that was given twice twice, each time with all of its values. */
    private static Stream<OptionSpec> options(CommandLine.ParseResult given) {
        return given.matchedOptions().stream().distinct();
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

    private static void again(CommandSpec command, List<String> before) {
        CommandLine.ParseResult now = command.commandLine().getParseResult();
        Set<String> again = options(now).map(OptionSpec::longestName).collect(Collectors.toSet());
        List<String> all = new ArrayList<>();
        options(now).forEach(option -> all.addAll(words(option, false)));
        now.matchedPositionals().forEach(position -> all.addAll(position.originalStringValues()));
        before.stream()
                .filter(argument -> argument.startsWith("-")
                        ? !again.contains(nameOf(argument))
                        : now.matchedPositionals().isEmpty())
                .forEach(all::add);
        command.commandLine().parseArgs(all.toArray(new String[0]));
    }
}
