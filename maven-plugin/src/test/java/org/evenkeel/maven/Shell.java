package org.evenkeel.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command as somebody types it, and what came of it. */
final class Shell {

    private static final int MINUTES = 9;

    private Shell() {}

    /** How a command ended. */
    record Ended(int status, String output) {

        /** Its output, when all went well. */
        String succeeded() {
            if (status != 0) {
                throw new AssertionError("exit status " + status + "\n" + output);
            }
            return output;
        }
    }

    static Ended run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("evenkeel-it-", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError(List.of(command) + " did not end: " + Files.readString(log));
            }
            return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
