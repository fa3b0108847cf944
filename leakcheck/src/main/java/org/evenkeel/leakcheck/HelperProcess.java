package org.evenkeel.leakcheck;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Trees;
import org.evenkeel.leakcheck.helper.HostChecker;
import org.evenkeel.workload.HotPath;
import org.jspecify.annotations.Nullable;

/** The helper process that checks this JVM. Closing it leaves no process behind. */
final class HelperProcess implements AutoCloseable {

    /** One class of each library that the helper takes from where this JVM has it, if the leak checker's jar brings none. */
    private static final List<String> LIBRARIES = List.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.annotation.JsonView",
            "com.samskivert.mustache.Mustache",
            "org.apache.commons.math3.distribution.TDistribution");

    /** The same of what reads heap dumps. Without it a check names no cause, which a benchmark's does not do anyhow. */
    private static final List<String> DUMP_LIBRARIES =
            List.of("shark.StreamingHprofReader", "shark.SharkLog", "okio.Okio", "kotlin.Unit");

    private final Process process;
    private final Path errors;
    private final Thread shutdownHook;

    private HelperProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        shutdownHook = new Thread(process::destroyForcibly, "leakcheck-kill");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /**
     * Starts it.
     *
     * @param main its main class
     * @param arguments of that
     * @param errors the file for what it has to complain about
     */
    static HelperProcess start(Class<?> main, List<String> arguments, Path errors) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                classPath(errors.resolveSibling("libraries")),
                main.getName()));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new HelperProcess(process, errors);
    }

    /** What it commands. */
    InputStream commands() {
        return process.getInputStream();
    }

    /** Where it listens. */
    OutputStream frames() {
        return process.getOutputStream();
    }

    /**
     * Waits until it has written its result.
     *
     * @param longest that this can take when all is well
     * @throws IllegalStateException when it ended without, or does not end
     */
    void awaitEnd(Duration longest) throws InterruptedException, IOException {
        if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "the helper process of the leak check did not end within " + longest.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(complaint());
        }
    }

    /** What it said when it ended before its time. */
    String complaint() throws IOException {
        List<String> said = Files.readAllLines(errors, StandardCharsets.UTF_8);
        return "the helper process of the leak check ended" + (said.isEmpty() ? "" : ": ")
                + said.stream().limit(5).collect(Collectors.joining(" | "));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook has done its work.
        }
    }

    private static String classPath(Path folder) throws IOException {
        Set<String> entries = new LinkedHashSet<>();
        entries.add(locationOf(HostChecker.class));
        entries.add(locationOf(HotPath.class));
        entries.add(locationOf(ExitStatus.class));
        List<Path> own = HelperLibraries.into(folder);
        if (own.isEmpty()) {
            addFromThisJvm(entries);
        }
        own.forEach(jar -> entries.add(jar.toString()));
        return String.join(File.pathSeparator, entries);
    }

    private static void addFromThisJvm(Set<String> entries) {
        for (String library : LIBRARIES) {
            try {
                entries.add(locationOf(Class.forName(library, false, HelperProcess.class.getClassLoader())));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(
                        "the class path has no " + library
                                + ", which a leak check takes; use evenkeel-leakcheck or leakcheck.jar as they were built",
                        e);
            }
        }
        for (String library : DUMP_LIBRARIES) {
            try {
                entries.add(locationOf(Class.forName(library, false, HelperProcess.class.getClassLoader())));
            } catch (ClassNotFoundException e) {
                break; // One is of no use without the others.
            }
        }
    }

    private static String locationOf(Class<?> type) {
        @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("cannot tell which jar " + type.getName() + " comes from");
        }
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell which jar " + type.getName() + " comes from", e);
        }
    }

    /** Deletes a folder with all that is in it; nothing where there is none. */
    static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        // What stays lies in the system's folder for temporary files.
        Trees.deleteIfPossible(folder);
    }
}
