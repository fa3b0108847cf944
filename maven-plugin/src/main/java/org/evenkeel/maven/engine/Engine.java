package org.evenkeel.maven.engine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The command {@code evenkeel} in a JVM of its own: what it measures by must not share a heap and a compiler with Maven.
 *
 * @param classPath as Maven resolved it for this plugin
 * @param output gets each line of it
 */
public record Engine(List<Path> classPath, Consumer<String> output) {

    private static final String MAIN = "org.evenkeel.suite.Evenkeel";

    /** Told to end, it gives the verdicts that stand first. */
    private static final int SECONDS_FOR_VERDICTS = 20;

    public Engine {
        classPath = List.copyOf(classPath);
    }

    /**
     * Runs a command and waits for its end.
     *
     * @param folder where it runs
     * @return its exit status
     */
    public int run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java")
                        .toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                MAIN));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        Thread hook = new Thread(() -> end(process), "evenkeel-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            process.getOutputStream().close();
            Thread progress = new Thread(() -> copy(process.getErrorStream()), "evenkeel-progress");
            progress.setDaemon(true);
            progress.start();
            copy(process.getInputStream());
            int status = process.waitFor();
            progress.join(TimeUnit.SECONDS.toMillis(1));
            return status;
        } finally {
            end(process);
            remove(hook);
        }
    }

    private void copy(InputStream from) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(line);
            }
        } catch (IOException ended) {
            // It was ended while it spoke.
            return;
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_FOR_VERDICTS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs, or has run.
            return;
        }
    }
}
