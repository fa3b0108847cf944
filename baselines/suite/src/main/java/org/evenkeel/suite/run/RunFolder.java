package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;

/**
 * The folder of one run.
 *
 * <p>What was measured goes into {@code parts/} as soon as it is there, one file for each benchmark, so that a killed
 * run keeps it. {@code jmh.json} is made from the parts, again after each.
 */
public final class RunFolder {

    /** The plan's signature. */
    private static final String PLAN = "plan.txt";

    /** With its decimals and the end of its line, as {@code noteOthers} and its like write it: half a number is another one. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}\\.(\\d|\\d{4})\\R");

    /** How the name of a file ends that has the share of others. */
    private static final String OTHERS = ".others";

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
            if (!resume && Files.isDirectory(folder) && !UnusedFolder.is(folder)) {
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
    public Path part(RunBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + ".json");
    }

    /** Where a path's leak check is kept; the file exists once it was done. */
    public Path leakPart(String path) {
        return parts().resolve("leakcheck-" + path.replaceAll("[^A-Za-z0-9.=-]", "_") + ".json");
    }

    /** An empty folder for what the forks of a benchmark leave behind. */
    Path evidence(RunBenchmark benchmark) throws IOException {
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
    public void assemble(List<RunBenchmark> benchmarks) throws IOException {
        StringBuilder all = new StringBuilder("[");
        String separator = "";
        for (RunBenchmark benchmark : benchmarks) {
            if (JmhResult.isWhole(part(benchmark))) {
                String array = Files.readString(part(benchmark)).strip();
                all.append(separator).append(array, 1, array.length() - 1);
                separator = ",";
            }
        }
        AtomicFiles.write(file("jmh.json"), all.append("]\n").toString());
    }

    /** Whether a benchmark was measured and all of it was kept; what a kill or a full disk has torn is measured again. */
    public boolean isMeasured(RunBenchmark benchmark) {
        return JmhResult.isWhole(part(benchmark))
                && Stream.of(othersFile(benchmark), yardstickFile(benchmark), cpuFile(benchmark))
                        .allMatch(file -> !Files.exists(file) || number(file).isPresent());
    }

    /** Writes down what share of the machine others used while a benchmark ran. */
    void noteOthers(RunBenchmark benchmark, double share) {
        AtomicFiles.write(othersFile(benchmark), String.format(Locale.ROOT, "%.4f\n", share));
    }

    /** The number that was written beside a part; empty where there is none, or not all of it. */
    private static OptionalDouble number(Path file) {
        try {
            String text = Files.isRegularFile(file) ? Files.readString(file) : "";
            return NUMBER.matcher(text).matches()
                    ? OptionalDouble.of(Double.parseDouble(text.strip()))
                    : OptionalDouble.empty();
        } catch (IOException unreadable) {
            return OptionalDouble.empty();
        }
    }

    /** The share of the machine that others used while a benchmark ran; empty where it is not known. */
    public OptionalDouble others(RunBenchmark benchmark) {
        return number(othersFile(benchmark));
    }

    /** The largest share of the machine that others used while a benchmark of the run in a folder ran; empty where it is not known. */
    public static OptionalDouble mostOfOthers(Path folder) {
        Path parts = new RunFolder(folder).parts();
        if (!Files.isDirectory(parts)) {
            return OptionalDouble.empty();
        }
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> file.toString().endsWith(OTHERS))
                    .flatMapToDouble(file -> number(file).stream())
                    .max();
        } catch (IOException e) {
            throw new BadInputException(parts + " cannot be listed: " + AtomicFiles.reason(e), e);
        }
    }

    /** Writes down how long the yardstick took beside a benchmark. */
    void noteYardstick(RunBenchmark benchmark, double micros) {
        AtomicFiles.write(yardstickFile(benchmark), String.format(Locale.ROOT, "%.1f\n", micros));
    }

    /** The median microseconds that the yardstick took beside these benchmarks; empty where none has any. */
    public OptionalDouble yardstick(List<RunBenchmark> benchmarks) {
        List<Double> micros = new ArrayList<>();
        for (RunBenchmark benchmark : benchmarks) {
            number(yardstickFile(benchmark)).ifPresent(micros::add);
        }
        Collections.sort(micros);
        return micros.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(micros.get(micros.size() / 2));
    }

    /** Writes down how many processors a benchmark kept busy. */
    void noteCpuCores(RunBenchmark benchmark, double cores) {
        AtomicFiles.write(cpuFile(benchmark), String.format(Locale.ROOT, "%.4f\n", cores));
    }

    /** How many processors a benchmark kept busy on average, its start-up included; empty where it is not known. */
    public OptionalDouble cpuCores(RunBenchmark benchmark) {
        return number(cpuFile(benchmark));
    }

    /** Writes down how long a benchmark took, the start and end of its JVMs included. */
    void noteSeconds(RunBenchmark benchmark, double seconds) {
        AtomicFiles.write(secondsFile(benchmark), String.format(Locale.ROOT, "%.1f\n", seconds));
    }

    /** How long a benchmark took; empty where it is not known. */
    public OptionalDouble seconds(RunBenchmark benchmark) {
        return number(secondsFile(benchmark));
    }

    private Path secondsFile(RunBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + ".seconds");
    }

    private Path yardstickFile(RunBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + ".yardstick");
    }

    private Path cpuFile(RunBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + ".cpu");
    }

    private Path othersFile(RunBenchmark benchmark) {
        return parts().resolve(benchmark.fileName() + OTHERS);
    }

    private Path parts() {
        return folder.resolve("parts");
    }
}
