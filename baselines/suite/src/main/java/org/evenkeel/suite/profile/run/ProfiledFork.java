package org.evenkeel.suite.profile.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.kernel.Trees;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.profile.plan.ProfilePlan.Fork;
import org.evenkeel.suite.run.JmhArguments;
import org.evenkeel.suite.run.JmhJvm;
import org.evenkeel.suite.run.JmhLock;
import org.evenkeel.suite.run.Progress;
import org.evenkeel.suite.run.TimeLimit;

/**
 * Runs single profiled forks of one benchmark with JMH, each in a JMH process of its own.
 *
 * @param java the {@code java} executable of the measured JVMs
 * @param classPath the benchmark jar, then the user's own entries
 * @param profiled what to run
 * @param profile how long
 * @param jvmArguments of the measured JVM
 * @param folder where files go
 */
public record ProfiledFork(
        Path java,
        List<Path> classPath,
        Profiled profiled,
        Profile profile,
        List<String> jvmArguments,
        ProfileFolder folder) {

    public ProfiledFork {
        classPath = List.copyOf(classPath);
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Whether a fork left its result before, in a run that was interrupted. */
    public boolean isDone(Fork fork) {
        return Files.exists(folder.fork(fork.fileName(), ".facts"));
    }

    /** Runs a fork while nobody else measures. Returns why there is no result, or nothing when there is. */
    public Optional<String> run(Fork fork, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(folder.forks());
        Path evidence = Files.createTempDirectory(folder.forks(), "evidence");
        JmhJvm.Destination to = new JmhJvm.Destination(
                evidence, folder.fork(fork.fileName(), ".log"), folder.fork(fork.fileName(), ".json"), 1);
        TimeLimit limit = TimeLimit.of(profile.benchmarkTime().dividedBy(profile.forks()));
        JmhLock.Hold lock = JmhLock.ofThisMachine().hold(JmhLock.PATIENCE, progress::note);
        try (lock) {
            Optional<String> reason = new JmhJvm(java, classPath, arguments(fork))
                    .run(to, limit, Map.of(), "")
                    .reason();
            return reason.isPresent() || isDone(fork)
                    ? reason
                    : Optional.of("its profiler left nothing; see " + to.log());
        } finally {
            Trees.delete(evidence);
        }
    }

    private JmhArguments arguments(Fork fork) {
        return JmhArguments.of(profiled.benchmark(), profiled.mode(), profiled.params())
                .unit("s")
                .forks(1)
                .warmup(profile.warmupIterations(), profile.warmupTime())
                .measured(profile.iterations(), profile.iterationTime())
                .profiler("org.evenkeel.jmh.profile.EventProfiler:event=" + fork.event() + ";dir="
                        + folder.forks().toAbsolutePath() + ";name=" + fork.fileName() + ";jfr=" + fork.recording())
                .jvm(jvmArguments, profiled.faults());
    }
}
