package org.evenkeel.leakcheck.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.run.worker.Worker;
import org.evenkeel.leakcheck.samples.Failure;

/** The child process that runs the workload. Whatever happens, closing it leaves no process behind. */
final class CheckedJvm implements JvmUnderCheck, AutoCloseable {

    private static final long CLOSE_MILLIS = 2_000;

    private final Process process;
    private final OutputTail output = new OutputTail();
    private final FrameExchange exchange;
    private final AttachSocket attachSocket;
    private final Thread shutdownHook;

    private CheckedJvm(Process process) {
        this.process = process;
        attachSocket = new AttachSocket(process.pid());
        exchange = new FrameExchange(process.getInputStream(), process.getOutputStream(), output, this);
        FrameExchange.startDaemon("leakcheck-output", this::readErrors);
        shutdownHook = new Thread(this::end, "leakcheck-kill");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /**
     * Starts it.
     *
     * @param folder an empty folder for files that live as long as the run
     * @throws RunRefused when there is no such java
     */
    static CheckedJvm start(LeakCheckPlan plan, Path folder) throws RunRefused, IOException {
        Path java = plan.javaHome().resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            throw new RunRefused(
                    "there is no executable " + java + "; expected the home of a JDK or JRE, found " + plan.javaHome());
        }
        Path jar = folder.resolve("worker.jar");
        WorkerJar.write(jar);
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(ownArguments(temporaryFiles(folder)));
        if (plan.source() == HeapSource.JFR) {
            command.addAll(FlightRecorderReader.jvmArguments(folder));
        }
        command.addAll(plan.jvmArguments());
        command.add("-cp");
        command.add(Stream.concat(Stream.of(jar), plan.classPath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(Worker.class.getName());
        command.add(isClassName(plan.workload()) ? Worker.CLASS : Worker.PATH);
        command.add(plan.workload());
        command.add(Integer.toString(plan.threads()));
        command.add(Long.toString(plan.seed()));
        try {
            return new CheckedJvm(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new RunRefused("cannot start " + java + ": " + e.getMessage());
        }
    }

    /** Where the checked JVM puts temporary files, so that nobody else's are counted. */
    static Path temporaryFiles(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("tmp"));
    }

    /** Names of classes have a dot or begin with a capital; names of hot paths have neither. */
    static boolean isClassName(String workload) {
        int end = workload.indexOf('?');
        String name = end < 0 ? workload : workload.substring(0, end);
        return name.indexOf('.') >= 0 || name.indexOf('$') >= 0 || Character.isUpperCase(name.charAt(0));
    }

    private static List<String> ownArguments(Path temporaryFiles) {
        return List.of(
                // The socket for histograms, without a signal to ask for it.
                "-XX:+StartAttachListener",
                // The agent that watches malloc is no surprise.
                "-XX:+EnableDynamicAgentLoading",
                // Standard output belongs to the protocol.
                "-XX:+DisplayVMOutputToStderr",
                // A counter file in the folder for temporary files helps nobody here.
                "-XX:-UsePerfData",
                // What is reachable softly only is not leaked, so each collection may take it.
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                // Where the heap lies, so that the rest of the process's memory can be told from it.
                "-Xlog:gc+heap+coops=debug:stderr",
                // A full heap ends the run at once, instead of limping on.
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + temporaryFiles);
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public AttachSocket attachSocket() {
        return attachSocket;
    }

    @Override
    public FrameExchange exchange() {
        return exchange;
    }

    @Override
    public RunBroken ended(String activity) throws InterruptedException {
        process.waitFor();
        List<String> lines = output.lines();
        Optional<String> outOfMemory = lines.stream()
                .filter(line -> line.startsWith("Terminating due to java.lang.OutOfMemoryError"))
                .findFirst();
        if (outOfMemory.isPresent()) {
            return new RunBroken(
                    Failure.Kind.OUT_OF_MEMORY, outOfMemory.get().substring("Terminating due to ".length()));
        }
        String last = lines.isEmpty() ? "" : "; its last line was: " + lines.get(lines.size() - 1);
        return new RunBroken(
                Failure.Kind.EXITED, activity + ": the checked JVM ended with status " + process.exitValue() + last);
    }

    @Override
    public List<String> output() {
        return output.lines();
    }

    /** Asks it to close the workload, and ends it, with the processes it started, if it does not. */
    @Override
    public void close() {
        exchange.send(Protocol.CLOSE, 0);
        List<ProcessHandle> children = process.descendants().toList();
        boolean interrupted = false;
        try {
            process.waitFor(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        children.forEach(ProcessHandle::destroyForcibly);
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The checker itself is ending; the hook has done its work.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once, and clears away what a process that is killed cannot clear away itself. */
    private void end() {
        process.destroyForcibly();
        try {
            process.waitFor();
            attachSocket.remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            output.add("the socket stays behind: " + e.getMessage());
        }
    }

    private void readErrors() {
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                output.add(line);
            }
        } catch (IOException e) {
            output.add("the checker could not read on: " + e.getMessage());
        }
    }
}
