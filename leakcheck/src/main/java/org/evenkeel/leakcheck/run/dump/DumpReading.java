package org.evenkeel.leakcheck.run.dump;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.Children;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.samples.heap.PathTree;

/**
 * Has two dumps read by a child process. It begins with the first while the checked JVM still works towards the second: on a
 * heap of 512 MiB, a dump takes as long to read as all that lies between the two.
 */
public final class DumpReading implements AutoCloseable {

    private static final long LEAST_HEAP_BYTES = 128L << 20;
    /** What the JVM ends with then. */
    private static final int OUT_OF_MEMORY = 3;
    /** What a dump takes in memory, as a share of its file, where objects have two references or so. */
    private static final double USUAL_SHARE = 0.75;
    /** The same where all objects are as small as can be. */
    private static final double LARGEST_SHARE = 2;
    /** What is read is garbage at once, and the rest is needed to the end: nothing to leave room for. */
    private static final List<String> TIGHT_HEAP =
            List.of("-XX:+UseSerialGC", "-Xmn32m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20");

    private final Dump first;
    private final long maxHeapBytes;
    private final Path folder;
    private final long heapBytes;
    private final Process process;

    /** Begins in a process with so much memory. */
    DumpReading(Dump first, long maxHeapBytes, Path folder, long heapBytes) throws IOException {
        this.first = first;
        this.maxHeapBytes = maxHeapBytes;
        this.folder = folder;
        this.heapBytes = heapBytes;
        process = start();
    }

    /**
     * A dump that was written.
     *
     * @param file where
     * @param operations how many operations had been made before
     */
    public record Dump(Path file, long operations) {}

    /**
     * Begins with the first dump.
     *
     * @param maxHeapBytes the most that the heap of that JVM can take, which tells how wide its references are
     * @param folder for the files of this run
     * @throws IOException when no process can be started
     */
    public static DumpReading begin(Dump first, long maxHeapBytes, Path folder) throws IOException {
        return new DumpReading(first, maxHeapBytes, folder, heapFor(first, USUAL_SHARE));
    }

    /**
     * Reads the second dump.
     *
     * @param seconds how long to wait
     * @throws IOException when the dumps could not be read, or not in that time
     */
    public PathTree finish(Dump second, long seconds) throws IOException, InterruptedException {
        Stopwatch watch = Stopwatch.start();
        if (!read(second, seconds)) {
            try (DumpReading larger = new DumpReading(first, maxHeapBytes, folder, heapFor(second, LARGEST_SHARE))) {
                if (!larger.read(second, seconds - watch.elapsed().toSeconds())) {
                    throw new IOException("the heap dumps could not be read: there are too many objects");
                }
            }
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(result())))) {
            return TreeFile.read(in);
        }
    }

    private static long heapFor(Dump dump, double share) throws IOException {
        return Math.max(LEAST_HEAP_BYTES, (long) (share * Files.size(dump.file())));
    }

    /** Returns whether the memory was enough. */
    private boolean read(Dump second, long seconds) throws IOException, InterruptedException {
        try (Writer dumps = process.outputWriter(StandardCharsets.UTF_8)) {
            dumps.write(second.operations() + " " + second.file() + "\n");
        } catch (IOException e) {
            // It has ended already; its status says why.
        }
        if (!process.waitFor(Math.max(1, seconds), TimeUnit.SECONDS)) {
            throw new IOException("reading the heap dumps took more than " + seconds + " s");
        }
        if (process.exitValue() != 0 && process.exitValue() != OUT_OF_MEMORY) {
            throw new IOException("the heap dumps could not be read: "
                    + Files.readString(errors()).lines().findFirst().orElse("status " + process.exitValue()));
        }
        return process.exitValue() == 0;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(TIGHT_HEAP);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=" + (heapBytes > LEAST_HEAP_BYTES ? 4 : 1),
                "-Xmx" + heapBytes / (1 << 20) + "m",
                "-cp",
                classPath(),
                DumpProgram.class.getName(),
                result().toString(),
                maxHeapBytes < 32L << 30 ? "4" : "8",
                first.operations() + " " + first.file()));
        return Children.start(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors().toFile()));
    }

    private Path result() {
        return folder.resolve("paths");
    }

    private Path errors() {
        return folder.resolve("paths.err");
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
