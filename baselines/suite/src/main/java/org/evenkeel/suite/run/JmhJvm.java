package org.evenkeel.suite.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Children;
import org.evenkeel.kernel.Stopwatch;

/**
 * A JVM that runs JMH, which starts the forks: the one place where that is done.
 *
 * <p>Benchmarks are somebody else's code. They hang, they stop, they end their JVM, they start processes that outlive it,
 * they print what they like, and they delete files. So their output is read as bytes and in bounds, the JVM is ended with
 * all that it started when its time is over, and a result is read before it is kept.
 *
 * <p>JMH is told to ignore its lock: the run holds it itself ({@link JmhLock}), so that it can wait for it.
 *
 * @param java the {@code java} executable
 * @param classPath with JMH on it
 * @param arguments of JMH
 */
public record JmhJvm(Path java, List<Path> classPath, JmhArguments arguments) {

    /** The environment variable with the folder into which a fork writes what it has to say beside its result. */
    private static final String EVIDENCE = "EVENKEEL_EVIDENCE";

    private static final long TICK_MILLIS = 250;

    /** For output that is still on its way when the JVM has ended. */
    private static final long REST_OF_OUTPUT_MILLIS = 2_000;

    private static final long THREAD_DUMP_MILLIS = 3_000;

    /** What of an executable's path says which it is. */
    private static final int MOST_COMMAND = 100;

    public JmhJvm {
        classPath = List.copyOf(classPath);
    }

    /**
     * Where things go.
     *
     * @param evidence an existing folder, for what a fork has to say beside its result
     * @param log all output
     * @param part the result, once it is there and whole
     * @param forks how many forks it has
     */
    public record Destination(Path evidence, Path log, Path part, int forks) {}

    /**
     * Runs it to its end, or to the end of its time.
     *
     * @param environment variables to add
     * @param waiting the class in whose methods a fork waits for another JVM; empty for none
     * @throws BadInputException when nothing is wrong with the benchmark, but its result could not be written
     */
    public JmhOutcome run(Destination to, TimeLimit limit, Map<String, String> environment, String waiting)
            throws IOException, InterruptedException {
        // JMH passes its options through a file in there, which an earlier benchmark may have deleted.
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        Path result = to.evidence().resolve("jmh.json");
        // That of a run which was killed.
        Files.deleteIfExists(result);
        ProcessBuilder builder = new ProcessBuilder(command(result)).redirectErrorStream(true);
        builder.environment().put(EVIDENCE, to.evidence().toAbsolutePath().toString());
        builder.environment().putAll(environment);
        try (BoundedLog log = BoundedLog.into(to.log())) {
            Process jmh = Children.startMarked(builder);
            try {
                jmh.getOutputStream().close();
                Thread reader = read(jmh.getInputStream(), log);
                Optional<JmhOutcome> overdue = watch(jmh, log, limit, waiting);
                if (overdue.isPresent()) {
                    return overdue.get();
                }
                reader.join(REST_OF_OUTPUT_MILLIS);
                return ended(jmh.exitValue(), result, to, log);
            } finally {
                Children.kill(jmh);
            }
        }
    }

    private List<String> command(Path result) {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Djmh.ignoreLock=true",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "org.openjdk.jmh.Main"));
        command.addAll(arguments.words());
        command.addAll(List.of("-foe", "true", "-rf", "json", "-rff", result.toString()));
        return command;
    }

    private static Thread read(InputStream output, BoundedLog log) {
        Thread reader = new Thread(
                () -> {
                    byte[] some = new byte[1 << 16];
                    try (output) {
                        for (int length = output.read(some); length >= 0; length = output.read(some)) {
                            log.add(some, length);
                        }
                    } catch (IOException ended) {
                        // The JVM was ended, and its output with it.
                    }
                },
                "evenkeel-jmh-output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    /** Waits for its end; gives what is wrong when it has to be ended. */
    private static Optional<JmhOutcome> watch(Process jmh, BoundedLog log, TimeLimit given, String waiting)
            throws InterruptedException {
        TimeLimit limit = given;
        AwakeTime awake = new AwakeTime(System::nanoTime);
        ProcessorUse use = ProcessorUse.of(jmh.toHandle());
        while (!jmh.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
            Duration waited = awake.untilNow();
            boolean isAtWork = use.isAtWork();
            if (limit.isOver(waited, log.silence()) && !(isAtWork && limit.allowsWork(waited))) {
                JmhOutcome overdue = overdue(jmh, log, waited, limit, waiting);
                boolean isLast = !limit.equals(given) || waited.compareTo(limit.longest()) >= 0;
                if (isLast || !(overdue instanceof JmhOutcome.Unfinished)) {
                    return Optional.of(overdue);
                }
                // The other one hangs, and is ended in this moment.
                limit = given.onceMore(waited);
            }
        }
        return Optional.empty();
    }

    private static JmhOutcome ended(int status, Path result, Destination to, BoundedLog log) throws IOException {
        JvmReports.collect(log.text(), to.evidence());
        if (status != 0 || !Files.isRegularFile(result)) {
            String deleted = Files.isDirectory(to.evidence())
                    ? ""
                    : "it deleted " + to.evidence() + ", the folder for its result; ";
            return new JmhOutcome.Broken(deleted + JvmFailure.of(to.evidence(), to.log(), log.text(), status));
        }
        OptionalInt forks = JmhResult.forks(result);
        if (forks.isEmpty()) {
            throw new BadInputException(
                    result + ": expected JMH's result, found a part of it; make room on the disk, and"
                            + " --resume measures that benchmark again");
        }
        if (forks.getAsInt() < to.forks()) {
            return new JmhOutcome.Broken("it ended its JVM, as System.exit or Runtime.halt do, in "
                    + (to.forks() - forks.getAsInt()) + " of " + to.forks() + (to.forks() == 1 ? " fork" : " forks")
                    + " before there was a result; see " + to.log());
        }
        Files.move(result, to.part(), StandardCopyOption.REPLACE_EXISTING);
        return new JmhOutcome.Measured(to.part());
    }

    private static JmhOutcome overdue(Process jmh, BoundedLog log, Duration waited, TimeLimit limit, String waiting)
            throws InterruptedException {
        String times = "after " + waited.toSeconds() + " s, where about "
                + Math.max(1, limit.expected().toSeconds()) + " s were expected";
        if (!limit.isPatient(waited) || log.silence().compareTo(limit.expected()) < 0) {
            return new JmhOutcome.Unfinished("it was at work still " + times + ", and was ended");
        }
        String late = "it hung: no end " + times;
        List<ProcessHandle> forks = forks(jmh);
        if (forks.isEmpty()) {
            List<ProcessHandle> orphans = Children.orphans(jmh);
            return new JmhOutcome.Broken(late + ": "
                    + (orphans.isEmpty()
                            ? "JMH hangs, without a fork"
                            : "its JVM has ended, but a process that it started lives on and holds its output open ("
                                    + orphans.stream().map(JmhJvm::name).collect(Collectors.joining(", ")) + ")")
                    + "; it was ended");
        }
        if (forks.stream().anyMatch(fork -> Children.isStopped(fork.pid()))) {
            return new JmhOutcome.Broken(late + ": its JVM was stopped, as by SIGSTOP; it was ended");
        }
        Optional<LastStack> stack = lastStack(forks, log);
        if (stack.isPresent() && !waiting.isEmpty() && stack.get().isIn(waiting)) {
            return new JmhOutcome.Unfinished("it waited for the other side, " + times);
        }
        return new JmhOutcome.Broken(late + ", so it was ended; "
                + stack.map(last -> "it was in " + last).orElse("its JVM did not say where it was"));
    }

    private static List<ProcessHandle> forks(Process jmh) {
        try (Stream<ProcessHandle> children = jmh.children()) {
            return children.filter(ProcessHandle::isAlive).toList();
        }
    }

    private static String name(ProcessHandle process) {
        String command = process.info().command().orElse("process");
        return (command.length() > MOST_COMMAND ? command.substring(0, MOST_COMMAND) : command) + " " + process.pid();
    }

    /** On SIGQUIT a JVM prints the stacks of its threads to its output, which JMH passes on. */
    private static Optional<LastStack> lastStack(List<ProcessHandle> forks, BoundedLog log)
            throws InterruptedException {
        try {
            for (ProcessHandle fork : forks) {
                Children.start(new ProcessBuilder("kill", "-QUIT", Long.toString(fork.pid())))
                        .waitFor(THREAD_DUMP_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        }
        Stopwatch watch = Stopwatch.start();
        String text = log.text();
        while (!isWhole(text) && watch.elapsed().toMillis() < THREAD_DUMP_MILLIS) {
            Thread.sleep(50);
            text = log.text();
        }
        return LastStack.in(text);
    }

    private static boolean isWhole(String text) {
        int dump = text.lastIndexOf(LastStack.BEGIN);
        return dump >= 0 && text.indexOf(LastStack.END, dump) >= 0;
    }
}
