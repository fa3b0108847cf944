package org.evenkeel.suite.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.shards.command.ShardOptions;
import org.evenkeel.suite.shards.command.ShardedRun;
import org.evenkeel.suite.shards.run.TimeTaken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures hot paths, and judges nothing but their invariants. */
@Command(
        name = "bench",
        description = "Measures hot paths with JMH and writes jmh.json and environment.json.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "For everything else that JMH can do, the benchmark jar is an ordinary JMH jar: java -jar benchmarks.jar -h.",
            "Ends with 0, with 1 when a path broke an invariant, with 2 on bad input."
        })
public final class Bench implements Callable<ExitStatus> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MeasureOptions measure = new MeasureOptions();

    @Mixin
    private ShardOptions shards = new ShardOptions();

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Hot paths to measure, as with --path.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--list", description = "Show the paths, their parameters and defaults, and measure nothing.")
    private boolean list;

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        measure.recall();
        MeasuredClassPath classPath = measure.measuredClassPath();
        if (list) {
            String listed = classPath.withHotPaths(available -> PathList.render(List.copyOf(available.all())));
            out.print(listed);
            return ExitStatus.OK;
        }
        measure.selection.add(paths);
        RunPlan plan = measure.plan(classPath);
        Path java = measure.jvm.executable();
        Environment environment = Environments.capture(measure.jvm.home(), plan.jvmArguments(), Optional.empty());
        if (shards.isGiven()) {
            try (ShardedRun shard = shards.begin("bench", plan, false, classPath.entries())) {
                return shard.measure(measure, classPath, environment, false, out, err);
            }
        }
        RunFolder folder = RunFolder.open(measure.folder(Clock.systemUTC()), plan, measure.resume);
        measure.remember(folder.path());
        CheckRun run = new CheckRun(plan, classPath, java, measure.jvm.home(), folder, environment);
        CheckRun.Found found = run.watched(err, false);
        TimeTaken.write(folder, plan);
        found.broken().forEach((benchmark, reason) -> out.println(benchmark.label() + ": " + reason));
        out.println("Results: " + folder.file("jmh.json"));
        return found.broken().isEmpty() ? ExitStatus.OK : ExitStatus.WRONG;
    }
}
