package org.evenkeel.baselines.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.evenkeel.baselines.plan.PlannedBenchmark;
import org.evenkeel.baselines.plan.RunPlan;
import org.evenkeel.leakcheck.command.AtomicFiles;
import org.evenkeel.leakcheck.command.BadInputException;

/**
 * The folder of one run.
 *
 * <p>What was measured goes into {@code parts/} as soon as it is there, one file for each benchmark, so that a killed
 * run keeps it. {@code jmh.json} is made from the parts, again after each.
 */
public final class RunFolder {

    /** The plan's signature. */
    private static final String PLAN = "plan.txt";

    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder of a new run, or opens that of an old one to go on with it.
     *
     * @throws BadInputException when it cannot be written, when a new run finds an old one there, or when the old one
     *     followed another plan
     */
    public static RunFolder open(Path folder, RunPlan plan, boolean resume) {
        RunFolder run = new RunFolder(folder);
        Path planFile = folder.resolve(PLAN);
        try {
            if (!resume && Files.isDirectory(folder) && !isEmpty(folder)) {
                throw new BadInputException("--out " + folder
                        + ": expected a new or empty folder, found files in it; choose another, or go on with an"
                        + " interrupted run by --resume");
            }
            if (resume && !Files.isRegularFile(planFile)) {
                throw new BadInputException(
                        "--resume: expected the folder of an earlier run, found no " + PLAN + " in " + folder);
            }
            if (resume && !Files.readString(planFile).strip().equals(plan.signature())) {
                throw new BadInputException("--resume: " + folder + " was measured with other settings ("
                        + Files.readString(planFile).strip()
                        + "); give the same ones, or start anew with another --out");
            }
            Files.createDirectories(folder);
            run.requireWritable();
            // The plan comes first: a run that is killed here leaves an empty folder, or one to go on with.
            AtomicFiles.write(planFile, plan.signature() + "\n");
            Files.createDirectories(run.parts());
        } catch (IOException e) {
            throw new BadInputException(
                    "--out " + folder + ": cannot be written: " + AtomicFiles.reason(e) + "; choose another folder", e);
        }
        return run;
    }

    private void requireWritable() {
        if (!Files.isWritable(folder)) {
            throw new BadInputException(
                    "--out " + folder + ": cannot be written: permission denied; choose another folder");
        }
    }

    /**
     * What the run in a folder measured, in words; empty when no run has left its plan there.
     *
     * @throws BadInputException when the plan cannot be read
     */
    public static Optional<String> subject(Path folder) {
        Path planFile = folder.resolve(PLAN);
        try {
            return Files.isRegularFile(planFile)
                    ? Optional.of(RunPlan.subject(Files.readString(planFile)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new BadInputException(planFile + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /** The folder itself. */
    public Path path() {
        return folder;
    }

    /** A file that a reader of the results looks for. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Where a benchmark's result is kept; the file exists once it was measured. */
    public Path part(PlannedBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + ".json");
    }

    /** Where a path's leak check is kept; the file exists once it was done. */
    public Path leakPart(String path) {
        return parts().resolve("leakcheck-" + path.replaceAll("[^A-Za-z0-9.=-]", "_") + ".json");
    }

    /** An empty folder for what the forks of a benchmark leave behind. */
    Path evidence(PlannedBenchmark benchmark) throws IOException {
        Path evidence = folder.resolve("evidence").resolve(benchmark.fileName());
        if (Files.isDirectory(evidence)) {
            try (Stream<Path> old = Files.list(evidence)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(evidence);
    }

    /** Puts the parts of all benchmarks that were measured into {@code jmh.json}, each as JMH wrote it. */
    public void assemble(List<PlannedBenchmark> benchmarks) throws IOException {
        StringBuilder all = new StringBuilder("[");
        String separator = "";
        for (PlannedBenchmark benchmark : benchmarks) {
            if (Files.exists(part(benchmark))) {
                String array = Files.readString(part(benchmark)).strip();
                all.append(separator).append(array, 1, array.length() - 1);
                separator = ",";
            }
        }
        AtomicFiles.write(file("jmh.json"), all.append("]\n").toString());
    }

    /** Writes down what share of the machine others used while a benchmark ran. */
    void noteOthers(PlannedBenchmark benchmark, double share) throws IOException {
        Files.writeString(othersFile(benchmark), String.format(Locale.ROOT, "%.4f%n", share));
    }

    /** The share of the machine that others used while a benchmark ran; empty where it is not known. */
    public OptionalDouble others(PlannedBenchmark benchmark) throws IOException {
        return Files.exists(othersFile(benchmark))
                ? OptionalDouble.of(Double.parseDouble(
                        Files.readString(othersFile(benchmark)).strip()))
                : OptionalDouble.empty();
    }

    /** Writes down how long the yardstick took beside a benchmark. */
    void noteYardstick(PlannedBenchmark benchmark, double micros) throws IOException {
        Files.writeString(yardstickFile(benchmark), String.format(Locale.ROOT, "%.1f%n", micros));
    }

    /** The median microseconds that the yardstick took beside these benchmarks; empty where none has any. */
    public OptionalDouble yardstick(List<PlannedBenchmark> benchmarks) throws IOException {
        List<Double> micros = new ArrayList<>();
        for (PlannedBenchmark benchmark : benchmarks) {
            if (Files.exists(yardstickFile(benchmark))) {
                micros.add(Double.parseDouble(
                        Files.readString(yardstickFile(benchmark)).strip()));
            }
        }
        Collections.sort(micros);
        return micros.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(micros.get(micros.size() / 2));
    }

    /** Writes down how many processors a benchmark kept busy. */
    void noteCpuCores(PlannedBenchmark benchmark, double cores) throws IOException {
        Files.writeString(cpuFile(benchmark), String.format(Locale.ROOT, "%.4f%n", cores));
    }

    /** How many processors a benchmark kept busy on average, its start-up included; empty where it is not known. */
    public OptionalDouble cpuCores(PlannedBenchmark benchmark) throws IOException {
        return Files.exists(cpuFile(benchmark))
                ? OptionalDouble.of(
                        Double.parseDouble(Files.readString(cpuFile(benchmark)).strip()))
                : OptionalDouble.empty();
    }

    private Path yardstickFile(PlannedBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + ".yardstick");
    }

    private Path cpuFile(PlannedBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + ".cpu");
    }

    private Path othersFile(PlannedBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + ".others");
    }

    private Path parts() {
        return folder.resolve("parts");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
