package org.evenkeel.suite.shards.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.SchedulerVariables;
import org.evenkeel.kernel.Shard;
import org.evenkeel.suite.command.StoreFolder;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.shards.run.Durations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that measures can be told about the other machines that measure with it. */
public final class ShardOptions {

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Measure the part I (from 0) of N of the run, and judge nothing: scripts/merge makes one run of all"
                            + " parts. auto takes I and N from Slurm, Kubernetes, GitLab, Buildkite, or EVENKEEL_SHARD and"
                            + " EVENKEEL_SHARDS.")
    @Nullable
    String shard;

    @Option(
            names = "--run-id",
            paramLabel = "NAME",
            description =
                    "With --shard: what the whole run is called, so that no two of its shards share a host. Default:"
                            + " EVENKEEL_RUN, else the scheduler's name for it, else the plan.")
    String run = "";

    @Option(
            names = "--durations",
            paramLabel = "FILE",
            description =
                    "With --shard: durations.json of an earlier run, or its folder, to divide the run by. The same on"
                            + " every host. Default: durations.json beside the baselines, else the planned time.")
    @Nullable
    Path durations;

    /** Whether this is a part of a run. */
    public boolean isGiven() {
        return shard != null;
    }

    /** The shard that this process is. */
    Shard shard(Map<String, String> variables) {
        return new SchedulerVariables(variables).shard(shard == null ? "" : shard);
    }

    /** What the whole run is called. */
    String run(Map<String, String> variables, String plan) {
        return run.isEmpty() ? new SchedulerVariables(variables).run().orElse(plan) : run;
    }

    /** How long paths took before. */
    Durations durations() {
        if (durations != null) {
            return Durations.read(durations);
        }
        Path beside = StoreFolder.byDefault().resolve(Durations.FILE);
        return Files.isRegularFile(beside) ? Durations.read(beside) : Durations.NONE;
    }

    /** The whole plan, divided; see {@link ShardedRun}. */
    public ShardedRun begin(String command, RunPlan whole, boolean leakChecks, List<Path> classPath)
            throws IOException {
        if (whole.paths().isEmpty()) {
            throw new BadInputException(
                    "--shard: expected hot paths to divide, found benchmarks of a JMH jar; divide these by"
                            + " --benchmark, a part for each machine");
        }
        return ShardedRun.begin(this, command, whole, leakChecks, classPath, System.getenv());
    }
}
