package org.evenkeel.baselines.run.profile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.baselines.plan.Form;
import org.evenkeel.baselines.plan.PlannedBenchmark;
import org.evenkeel.baselines.plan.PlannedPath;
import org.evenkeel.baselines.plan.Profile;
import org.evenkeel.baselines.plan.ProfilePlan.Fork;
import org.evenkeel.baselines.run.Children;
import org.evenkeel.baselines.run.Failure;
import org.evenkeel.baselines.run.ForkArguments;

/**
 * Runs single profiled forks of one form of a path with JMH, each in a JMH process of its own.
 *
 * @param java the {@code java} executable of the measured JVMs
 * @param classPath the benchmark jar, then the user's own entries
 * @param path what to run
 * @param form how callers come
 * @param profile how long
 * @param jvmArguments of the measured JVM
 * @param folder where files go
 */
public record ForkRunner(
        Path java,
        List<Path> classPath,
        PlannedPath path,
        Form form,
        Profile profile,
        List<String> jvmArguments,
        ProfileFolder folder) {

    private static final Duration HANG = Duration.ofSeconds(60);

    public ForkRunner {
        classPath = List.copyOf(classPath);
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Whether a fork left its result before, in a run that was interrupted. */
    public boolean isDone(Fork fork) {
        return Files.exists(folder.fork(fork.fileName(), ".facts"));
    }

    /** Runs a fork. Returns why there is no result, or nothing when there is. */
    public Optional<String> run(Fork fork) throws IOException, InterruptedException {
        Files.createDirectories(folder.forks());
        Path log = folder.fork(fork.fileName(), ".log");
        Path evidence = Files.createTempDirectory(folder.forks(), "evidence");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command(fork)).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment()
                    .put("EVENKEEL_EVIDENCE", evidence.toAbsolutePath().toString());
            Process jmh = Children.start(builder);
            try {
                jmh.getOutputStream().close();
                int status = jmh.waitFor();
                return status == 0 && isDone(fork) ? Optional.empty() : Optional.of(Failure.of(evidence, log, status));
            } finally {
                Children.kill(jmh);
            }
        } finally {
            delete(evidence);
        }
    }

    private List<String> command(Fork fork) {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "org.openjdk.jmh.Main",
                "^" + Pattern.quote(PlannedBenchmark.BENCHMARK_CLASS + "." + form.method()) + "$",
                "-p",
                "path=" + path.spec(),
                "-bm",
                "thrpt",
                "-tu",
                "s",
                "-f",
                "1",
                "-wi",
                Integer.toString(profile.warmupIterations()),
                "-w",
                profile.warmupTime().toMillis() + "ms",
                "-i",
                Integer.toString(profile.iterations()),
                "-r",
                profile.iterationTime().toMillis() + "ms",
                "-to",
                HANG.toMillis() + "ms",
                "-foe",
                "true",
                "-prof",
                "org.evenkeel.jmh.profile.EventProfiler:event=" + fork.event() + ";dir="
                        + folder.forks().toAbsolutePath() + ";name=" + fork.fileName() + ";jfr=" + fork.recording(),
                "-rf",
                "json",
                "-rff",
                folder.fork(fork.fileName(), ".json").toString()));
        command.addAll(ForkArguments.of(jvmArguments, path.writtenFaults()));
        return command;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
