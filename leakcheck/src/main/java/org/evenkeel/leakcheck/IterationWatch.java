package org.evenkeel.leakcheck;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.helper.IterationChecker;
import org.evenkeel.leakcheck.run.worker.Iterations;
import org.jspecify.annotations.Nullable;

/** Follows the iterations of a benchmark in this JVM, with a helper process that lives as long as this JVM. */
public final class IterationWatch {

    private final HelperProcess helper;
    private final Iterations iterations;
    private final DataInputStream answers;

    private IterationWatch(HelperProcess helper) throws IOException, InterruptedException {
        this.helper = helper;
        iterations = new Iterations(helper.frames());
        answers = new DataInputStream(helper.commands());
        ended(0, 0);
    }

    /**
     * Starts the helper and has it read the heap before the first iteration.
     *
     * @param name of the benchmark
     * @param harness classes whose name starts with it are left out
     * @param out the folder that the report's folder goes into; the one of the build where there is none
     * @throws IllegalStateException when the helper does not start
     */
    public static IterationWatch start(String name, String harness, @Nullable Path out) {
        Path report = ReportFolder.of(out == null ? ReportFolder.ofBuild() : out, name);
        try {
            Path folder = Files.createTempDirectory(
                    "leakcheck-" + ProcessHandle.current().pid() + "-");
            Path errors = Files.createFile(folder.resolve("errors"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> HelperProcess.delete(folder), "leakcheck-delete"));
            return new IterationWatch(HelperProcess.start(
                    IterationChecker.class,
                    List.of(Long.toString(ProcessHandle.current().pid()), name, report.toString(), harness),
                    errors));
        } catch (IOException e) {
            throw new UncheckedIOException("the helper process of the leak check does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a leak check began", e);
        }
    }

    /**
     * Tells of an iteration that has ended, and waits until the heap was read.
     *
     * @param operations in it
     * @param nanos how long it took
     */
    public Answer ended(long operations, long nanos) throws IOException {
        try {
            iterations.ended(operations, nanos);
            return new Answer(answers.readDouble(), LeakVerdictName.valueOf(answers.readUTF()), answers.readUTF());
        } catch (IOException e) {
            throw new IOException(helper.complaint(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the heap came to rest", e);
        }
    }

    /**
     * What the helper says after an iteration.
     *
     * @param bytesPerOperation growth of the live heap in this iteration
     * @param verdict on all iterations so far
     * @param text the verdict as a paragraph
     */
    public record Answer(double bytesPerOperation, LeakVerdictName verdict, String text) {}
}
