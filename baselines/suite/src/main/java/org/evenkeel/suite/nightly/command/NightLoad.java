package org.evenkeel.suite.nightly.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.kernel.Trees;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.load.command.Load;
import org.evenkeel.suite.plan.RunPlan;

/** The part of a night that drives its hot paths as users would: {@code load} in a folder of the night. */
final class NightLoad {

    private static final String FOLDER = "load";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final CheckRun run;
    private final String scenario;
    private final PrintWriter err;

    /**
     * The load of a night.
     *
     * @param scenario a preset, or a file
     * @throws BadInputException when there is no such scenario, or the night measures no hot paths
     */
    NightLoad(CheckRun run, String scenario, PrintWriter err) throws IOException {
        if (run.plan().paths().isEmpty()) {
            throw new BadInputException(
                    "--load " + scenario + ": expected hot paths, which it drives; found benchmarks only");
        }
        Load.scenario(scenario);
        this.run = run;
        this.scenario = scenario;
        this.err = err;
    }

    /**
     * What a path under load came to.
     *
     * @param status that of its run
     * @param headline the verdict in a sentence, with scenario and path
     */
    record Outcome(ExitStatus status, String headline) {}

    /** The folder of the run. */
    Path folder() {
        return run.folder().file(FOLDER);
    }

    /** Runs it, unless this night already did; empty where it gave no result, which was said. */
    List<Outcome> drive() throws IOException {
        Path file = folder().resolve("load.json");
        if (!Files.isRegularFile(file)) {
            // What a kill left half-way is of no use: phases follow one another.
            Trees.delete(folder());
            List<String> arguments = arguments();
            err.println("nightly: load " + String.join(" ", arguments));
            err.flush();
            PrintWriter nobody = new PrintWriter(Writer.nullWriter());
            Commands.run(new Load(), arguments.toArray(String[]::new), nobody, err);
        }
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        JsonNode document = MAPPER.readTree(file.toFile());
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode one : document.isArray() ? document : List.of(document)) {
            outcomes.add(new Outcome(
                    ExitStatus.of(one.path("exitStatus").asInt()).orElse(ExitStatus.UNDECIDED),
                    "load " + PlainText.line(one.path("headline").asText())));
        }
        return outcomes;
    }

    private List<String> arguments() {
        RunPlan plan = run.plan();
        List<String> arguments = new ArrayList<>(List.of(scenario));
        plan.paths()
                .forEach(path ->
                        arguments.addAll(List.of("--path", path.withFaults().toString())));
        List<Path> entries = run.classPath().entries();
        arguments.addAll(List.of("--benchmarks", entries.get(0).toString()));
        if (entries.size() > 1) {
            arguments.add("--classpath");
            arguments.add(entries.subList(1, entries.size()).stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)));
        }
        arguments.addAll(List.of("--java", run.javaHome().toString(), "--out", folder().toString()));
        plan.jvmArguments().forEach(argument -> arguments.addAll(List.of("--jvm-arg", argument)));
        return arguments;
    }
}
