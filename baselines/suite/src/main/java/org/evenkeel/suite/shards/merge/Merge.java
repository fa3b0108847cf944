package org.evenkeel.suite.shards.merge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.shards.merge.leaks.LeakWorkers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one run of its shards. */
@Command(
        name = "merge",
        description = "Makes one run of the folders that its shards left, or says in one line why they are none.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The shards must be of one plan, one commit, one CPU model, kernel, JDK, JMH and set of flags, each there once and whole.",
            "A merged night is stored and judged by scripts/nightly --resume --out DIR.",
            "Ends with 0, or with the worst status that a shard of scripts/check would have ended with; 1 when a path broke an"
                    + " invariant; 2 when the folders are no run; 4 when --missing found something to run again."
        })
public final class Merge implements Callable<ExitStatus> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of shards, or folders that hold such.")
    private List<Path> places = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the run: new or empty.")
    private @Nullable Path out;

    @Option(
            names = "--missing",
            description = "Merge nothing; print the indices to run again, as sbatch --array takes them.")
    private boolean missing;

    @Option(
            names = "--workers",
            description =
                    "The folders are those of leak checks of the same workloads: combine the rates of each workload,"
                            + " whose verdict then has the power of all.")
    private boolean workers;

    @Override
    public ExitStatus call() {
        PrintWriter printer = spec.commandLine().getOut();
        if (workers) {
            return LeakWorkers.combine(places, requiredOut(), printer);
        }
        ShardSet shards = new ShardSet(ShardFolder.at(places));
        if (missing) {
            Set<Integer> indices = shards.missing();
            printer.println(indices.stream().map(String::valueOf).collect(Collectors.joining(",")));
            return indices.isEmpty() ? ExitStatus.OK : ExitStatus.UNDECIDED;
        }
        Path place = requiredOut();
        shards.requireWhole();
        MergedFolder.write(shards, place);
        shards.unlike().forEach(note -> spec.commandLine().getErr().println("merge: " + note));
        String command = shards.folders().get(0).shard().command();
        int benchmarks = shards.folders().stream()
                .mapToInt(folder -> folder.shard().benchmarks().size())
                .sum();
        printer.println("merged " + shards.count() + " shards of " + command + ", "
                + benchmarks + " benchmarks: " + place
                + (command.equals("nightly")
                        ? "; scripts/nightly --resume --out " + place + " stores and judges the night"
                        : ""));
        return ExitStatus.worst(shards.folders().stream()
                .map(folder -> ExitStatus.of(folder.shard().status()).orElse(ExitStatus.BAD_INPUT))
                .toArray(ExitStatus[]::new));
    }

    private Path requiredOut() {
        if (out == null) {
            throw new BadInputException("expected --out DIR for the merged run, found none");
        }
        return out;
    }
}
