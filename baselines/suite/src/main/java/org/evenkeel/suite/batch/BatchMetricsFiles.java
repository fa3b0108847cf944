package org.evenkeel.suite.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.RunFolder;

/** The folder {@code batch_metrics} of a run. */
public final class BatchMetricsFiles {

    private BatchMetricsFiles() {}

    /** Writes the six files. */
    public static void write(RunFolder folder, RunPlan plan, CheckRun.Found found) throws IOException {
        List<WorkerUse> uses = new ArrayList<>();
        for (PlannedBenchmark benchmark : plan.ofHotPaths()) {
            Identity identity = new Identity(
                    benchmark.benchmark(),
                    benchmark.measure().jmhMode(),
                    benchmark.form().threads(),
                    new TreeMap<>(Map.of("path", benchmark.path().spec().toString())),
                    Metric.SCORE);
            if (found.session().series().containsKey(identity)) {
                OptionalDouble others = folder.others(benchmark);
                uses.add(new WorkerUse(identity, folder.cpuCores(benchmark), others));
            }
        }
        BatchMetrics.Input input =
                new BatchMetrics.Input(found.session(), found.session().raw(), found.leaks(), uses);
        BatchMetrics.render(input)
                .forEach((name, text) ->
                        AtomicFiles.write(folder.file(BatchMetrics.FOLDER).resolve(name), text));
    }

    /** What is wrong with the files in a folder, a line each. */
    public static List<String> problems(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("--validate " + folder + ": expected the folder " + BatchMetrics.FOLDER
                    + " of a run, found " + (Files.exists(folder) ? "a file" : "nothing") + " there");
        }
        Map<String, String> files = new HashMap<>();
        try {
            for (String name : BatchMetrics.FILES) {
                if (Files.isRegularFile(folder.resolve(name))) {
                    files.put(name, Files.readString(folder.resolve(name)));
                }
            }
        } catch (IOException e) {
            throw new BadInputException("--validate " + folder + ": cannot be read: " + AtomicFiles.reason(e), e);
        }
        return BatchMetricsCheck.problems(files);
    }
}
