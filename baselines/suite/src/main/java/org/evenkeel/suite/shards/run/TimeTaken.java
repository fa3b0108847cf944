package org.evenkeel.suite.shards.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.RunFolder;

/** How long each path of a run took, from what the run left in its folder. */
public final class TimeTaken {

    private static final String BLOCK = ".block";

    private TimeTaken() {}

    /** The time of each path of which anything was measured. */
    public static Durations of(RunFolder folder, RunPlan plan) {
        SortedMap<String, Double> seconds = new TreeMap<>();
        for (PlannedPath path : plan.paths()) {
            String name = path.spec().toString();
            double took = leakCheck(folder.leakPart(name)) + inTurn(folder, name);
            for (PlannedBenchmark benchmark : plan.ofHotPaths()) {
                took += benchmark.path().equals(path)
                        ? folder.seconds(benchmark).orElse(0)
                        : 0;
            }
            if (took > 0) {
                seconds.put(name, took);
            }
        }
        return new Durations(seconds);
    }

    /** Leaves it in the folder for whoever plans the next run; a run of which nothing is known leaves no file. */
    public static void write(RunFolder folder, RunPlan plan) {
        Durations taken = of(folder, plan);
        if (!taken.seconds().isEmpty()) {
            AtomicFiles.write(folder.file(Durations.FILE), taken.json());
        }
    }

    private static double leakCheck(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? LeakReports.fromJson(Files.readString(file)).stream()
                            .mapToDouble(LeakReport::elapsedSeconds)
                            .sum()
                    : 0;
        } catch (IOException | IllegalArgumentException unknown) {
            return 0;
        }
    }

    private static double inTurn(RunFolder folder, String path) {
        Path parts = folder.file("in-turn").resolve(fileName(path)).resolve("parts");
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(parts)) {
            List<Path> blocks =
                    files.filter(file -> file.toString().endsWith(BLOCK)).toList();
            return blocks.stream()
                    .mapToDouble(block -> AbFolder.took(block).toMillis() / 1000.0)
                    .sum();
        } catch (IOException e) {
            throw new BadInputException(parts + " cannot be listed: " + AtomicFiles.reason(e), e);
        }
    }

    private static String fileName(String path) {
        return path.replaceAll("[^A-Za-z0-9.=-]", "_");
    }
}
