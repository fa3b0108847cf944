package org.evenkeel.leakcheck.run.dump;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.leakcheck.samples.heap.PathTree;

/** Has dumps read by a child process. */
public final class DumpReading {

    private static final long LEAST_HEAP_BYTES = 128L << 20;

    private DumpReading() {}

    /**
     * A dump that was written.
     *
     * @param file where
     * @param operations how many operations had been made before
     */
    public record Dump(Path file, long operations) {}

    /**
     * Reads.
     *
     * @param dumps at least two, in time order
     * @param maxHeapBytes the most that the heap of that JVM can take, which tells how wide its references are
     * @param folder for the files of this run
     * @param seconds how long to wait
     * @throws IOException when the dumps could not be read, or not in that time
     */
    public static PathTree read(List<Dump> dumps, long maxHeapBytes, Path folder, long seconds)
            throws IOException, InterruptedException {
        Path result = folder.resolve("paths");
        Path errors = folder.resolve("paths.err");
        long largest = 0;
        for (Dump dump : dumps) {
            largest = Math.max(largest, Files.size(dump.file()));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (largest > LEAST_HEAP_BYTES ? 4 : 1),
                "-Xmx" + Math.max(LEAST_HEAP_BYTES, largest) / (1 << 20) + "m",
                "-cp",
                classPath(),
                DumpProgram.class.getName(),
                result.toString(),
                maxHeapBytes < 32L << 30 ? "4" : "8"));
        for (Dump dump : dumps) {
            command.add(dump.file().toString());
            command.add(Long.toString(dump.operations()));
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IOException("reading the heap dumps took more than " + seconds + " s");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("the heap dumps could not be read: "
                    + Files.readString(errors).lines().findFirst().orElse("status " + process.exitValue()));
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(result)))) {
            return TreeFile.read(in);
        }
    }

    private static String classPath() {
        return Stream.of(
                        DumpProgram.class,
                        shark.StreamingHprofReader.class,
                        shark.SharkLog.class,
                        okio.Okio.class,
                        kotlin.Unit.class)
                .map(DumpReading::locationOf)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell where " + type + " was loaded from", e);
        }
    }
}
