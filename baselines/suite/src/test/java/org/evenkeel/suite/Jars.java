package org.evenkeel.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the built jars as a user does: as processes, with nothing but their arguments. */
public final class Jars {

    public static final Path BENCHMARKS = jar("benchmarks/jmh/target/benchmarks.jar");
    public static final Path BASELINES = jar("baselines/target/baselines.jar");
    public static final Path EXAMPLE = jar("examples/own-hotpath/target/coupons-1.0.jar");

    private static final int MINUTES = 5;

    private Jars() {}

    /**
     * How a command ended.
     *
     * @param status exit status
     */
    public record Ended(int status, String out, String err) {}

    public static Process start(Path folder, Path jar, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    public static Ended run(Path folder, Path jar, String... arguments) throws IOException, InterruptedException {
        Process process = start(folder, jar, arguments);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(jar + " " + List.of(arguments) + " did not end within " + MINUTES + " minutes");
        }
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8));
    }

    private static Path jar(String fromRoot) {
        Path jar = Path.of("../..").resolve(fromRoot).toAbsolutePath().normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing; run mvn verify in the root of the repository");
        }
        return jar;
    }
}
