package org.evenkeel.maven.jmh;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Children;
import org.evenkeel.kernel.Trees;

/**
 * Does what JMH's annotation processor does, for classes that it never saw: Kotlin's and Scala's, those of a build in which no
 * processor is configured (which newer JDKs want said), and those in {@code src/jmh/java} that the build does not compile.
 *
 * @param folder gets what is made, and is emptied before
 */
public record Generator(Path folder) {

    private static final Duration GENERATED_WITHIN = Duration.ofMinutes(10);

    private static final String MAIN = "org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator";

    /**
     * Compiles sources.
     *
     * @param sources their folder
     * @param classPath what they need
     * @return the folder of their classes
     * @throws BadInputException when they do not compile
     */
    public Path compile(Path sources, List<Path> classPath) throws IOException, InterruptedException {
        Path classes = emptied("classes");
        javac(sources, classPath, classes);
        return classes;
    }

    /**
     * Generates and compiles what JMH needs.
     *
     * @param classes the folder with benchmarks
     * @param classPath what they need, that folder among it
     * @param generator the jars of JMH's generator for compiled classes
     * @return folders for the class path, in front of it
     * @throws BadInputException when JMH refuses a benchmark
     */
    public List<Path> generate(Path classes, List<Path> classPath, List<Path> generator)
            throws IOException, InterruptedException {
        Path sources = emptied("generated-sources");
        Path resources = emptied("generated-resources");
        Path generated = emptied("generated-classes");
        run(
                "JMH's generator refuses the benchmarks in " + classes,
                List.of(
                        tool("java"),
                        "-cp",
                        joined(Stream.concat(classPath.stream(), generator.stream())),
                        MAIN,
                        classes.toString(),
                        sources.toString(),
                        resources.toString(),
                        "reflection"));
        javac(sources, classPath, generated);
        return List.of(generated, resources);
    }

    private void javac(Path sources, List<Path> classPath, Path classes) throws IOException, InterruptedException {
        List<String> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        }
        // So many names can be too long for a command line.
        Path arguments = folder.resolve("javac.txt");
        Files.writeString(
                arguments,
                files.stream()
                        .map(file -> '"' + file.replace("\\", "\\\\") + "\"\n")
                        .collect(Collectors.joining()));
        run(
                "the sources in " + sources + " do not compile",
                List.of(
                        tool("javac"),
                        "-proc:none",
                        "-nowarn",
                        "-g",
                        "-encoding",
                        "UTF-8",
                        "-cp",
                        joined(classPath.stream()),
                        "-d",
                        classes.toString(),
                        "@" + arguments));
    }

    private void run(String otherwise, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("generator.log");
        Process process = Children.start(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
        try {
            process.getOutputStream().close();
            if (!process.waitFor(GENERATED_WITHIN.toMinutes(), TimeUnit.MINUTES)) {
                throw new BadInputException(
                        otherwise + ": it was not done within " + GENERATED_WITHIN.toMinutes() + " min; see " + log);
            }
            if (process.exitValue() != 0) {
                List<String> said = Files.readAllLines(log, StandardCharsets.UTF_8);
                throw new BadInputException(otherwise + ": "
                        + said.stream().filter(line -> !line.isBlank()).limit(3).collect(Collectors.joining(" | ")));
            }
        } finally {
            Children.kill(process);
        }
    }

    private static String tool(String name) {
        Path tool = Path.of(System.getProperty("java.home"), "bin", name + (File.separatorChar == '\\' ? ".exe" : ""));
        if (!Files.isExecutable(tool)) {
            throw new BadInputException("expected a JDK around Maven, found no " + tool);
        }
        return tool.toString();
    }

    private static String joined(Stream<Path> entries) {
        return entries.map(Path::toString).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private Path emptied(String name) throws IOException {
        Path made = folder.resolve(name);
        Trees.delete(made);
        return Files.createDirectories(made);
    }

    /** Those that are there, in the same order. */
    public static List<Path> existing(Path... entries) {
        return new ArrayList<>(Arrays.stream(entries).filter(Files::exists).toList());
    }
}
