package org.evenkeel.leakcheck.run;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.Children;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.run.worker.Worker;
import org.evenkeel.leakcheck.samples.Failure;

/** The child process that runs the workload. Whatever happens, closing it leaves no process behind. */
final class CheckedJvm implements JvmUnderCheck, AutoCloseable {

    private static final long CLOSE_MILLIS = 2_000;

    /** A JVM whose output has ended is about to end, with a report of its crash, or with the core of a large heap. */
    private static final long END_SECONDS = 20;

    /** For output that is still on its way when the JVM has ended. */
    private static final long REST_OF_OUTPUT_MILLIS = 1_000;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(30);

    /** What the JVM itself logs, as it is told to here. */
    private static final Pattern JVM_LOG = Pattern.compile("^\\[[^]]*]\\[[a-z]+ *]\\[.*");

    /** What a crashing JVM says of the signal. */
    private static final Pattern SIGNAL = Pattern.compile("^# +(SIG[A-Z]+ \\([^)]*\\))");

    private final Process process;
    private final OutputTail output = new OutputTail();
    private final FrameExchange exchange;
    private final AttachSocket attachSocket;
    private final Thread shutdownHook;

    private CheckedJvm(Process process, Duration budget) {
        this.process = process;
        attachSocket = new AttachSocket(process.pid());
        attachSocket.answersWithin(budget.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : budget);
        exchange = new FrameExchange(process.getInputStream(), process.getOutputStream(), output, this);
        FrameExchange.startDaemon("leakcheck-output", this::readErrors);
        // Its streams may stay open: a process that it started has them as well.
        var unused = process.onExit()
                .thenRunAsync(
                        exchange::end, CompletableFuture.delayedExecutor(REST_OF_OUTPUT_MILLIS, TimeUnit.MILLISECONDS));
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
        command.addAll(ownArguments(folder));
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
            return new CheckedJvm(Children.startMarked(new ProcessBuilder(command)), plan.budget());
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

    private static List<String> ownArguments(Path folder) throws IOException {
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
                // A crash is told of in its output; nobody's folder is littered with the rest.
                "-XX:ErrorFile=" + folder.resolve("hs_err_pid%p.log"),
                "-XX:ReplayDataFile=" + folder.resolve("replay_pid%p.log"),
                "-Djava.io.tmpdir=" + temporaryFiles(folder));
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
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            return new RunBroken(
                    Failure.Kind.HUNG,
                    activity + ": the workload closed the standard output of its JVM, and did not end within "
                            + END_SECONDS + " s");
        }
        List<String> lines = output.lines();
        Optional<String> outOfMemory = lines.stream()
                .filter(line -> line.startsWith("Terminating due to java.lang.OutOfMemoryError"))
                .findFirst();
        if (outOfMemory.isPresent()) {
            return new RunBroken(
                    Failure.Kind.OUT_OF_MEMORY, outOfMemory.get().substring("Terminating due to ".length()));
        }
        Optional<String> signal = lines.stream()
                .map(SIGNAL::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        String how = signal.isPresent()
                ? "the checked JVM crashed: " + signal.get()
                : "the checked JVM ended with status " + process.exitValue() + lastWords(lines);
        List<ProcessHandle> behind = Children.orphans(process);
        return new RunBroken(
                Failure.Kind.EXITED,
                activity + ": " + how
                        + (behind.isEmpty()
                                ? ""
                                : "; it left " + behind.size() + (behind.size() == 1 ? " process" : " processes")
                                        + " behind, now ended"));
    }

    private static String lastWords(List<String> lines) {
        return lines.stream()
                .filter(line -> !JVM_LOG.matcher(line).matches())
                .reduce((first, second) -> second)
                .map(last -> "; its last line was: " + last)
                .orElse("");
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
        Children.kill(process);
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
        try (InputStream errors = new BufferedInputStream(process.getErrorStream())) {
            // Whatever is in it is no frame, and comes line by line, in bounds.
            FrameReader lines = new FrameReader(errors, output::add);
            while (lines.next().isPresent()) {
                output.add("a frame came by the wrong stream");
            }
        } catch (IOException e) {
            output.add("the checker could not read on: " + e.getMessage());
        }
    }
}
