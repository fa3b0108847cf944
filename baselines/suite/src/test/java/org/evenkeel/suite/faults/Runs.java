package org.evenkeel.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;

/**
 * Runs of commands that have a folder for temporary files of their own, and so a lock of JMH of their own: what goes wrong there is
 * nobody else's.
 *
 * @param folder the current one of each command
 */
record Runs(Path folder) {

    private static final int MINUTES = 5;

    /** A command that has been started. */
    Process start(String name, List<String> arguments) throws IOException {
        return start(name, List.of(), arguments);
    }

    /**
     * The same behind another command, such as one that sets limits; what it says is held in files all the same.
     *
     * @param prefix the command before it; it has to hand its arguments on
     */
    Process start(String name, List<String> prefix, List<String> arguments) throws IOException {
        Files.createDirectories(temporary());
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", Jars.BASELINES.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:-UsePerfData -Djava.io.tmpdir=" + temporary());
        return builder.start();
    }

    /** How a command ended. */
    Ended run(String name, String... arguments) throws IOException, InterruptedException {
        return ended(name, start(name, List.of(arguments)));
    }

    Ended ended(String name, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(name + " did not end within " + MINUTES + " minutes: " + text(name + ".err"));
        }
        return new Ended(process.exitValue(), text(name + ".out"), errors(name));
    }

    /** Standard error, without what each JVM says of the options that it picks up. */
    private String errors(String name) throws IOException {
        return text(name + ".err").replaceAll("Picked up JAVA_TOOL_OPTIONS.*\\R", "");
    }

    private String text(String file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    /** The processes whose numbers are in a file are gone, or about to be. */
    static void assertThatAreGone(Path pids) throws IOException, InterruptedException {
        for (String pid : Files.readAllLines(pids)) {
            for (int look = 0; look < 200 && isThere(pid); look++) {
                Thread.sleep(50);
            }
            assertThat(isThere(pid)).as("process " + pid + " is there still").isFalse();
        }
    }

    private static boolean isThere(String pid) throws IOException {
        Path stat = Path.of("/proc", pid, "stat");
        if (!Files.exists(stat)) {
            return false;
        }
        String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
        return !text.startsWith("Z", text.lastIndexOf(')') + 2);
    }
}
