package org.evenkeel.suite.ab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.run.JmhResult;
import org.evenkeel.suite.run.UnusedFolder;
import org.evenkeel.suite.sides.Arm;
import org.evenkeel.suite.sides.Sides;

/**
 * The folder of an interleaved run: {@code parts/} holds two JMH files for each block, and a file of the block itself,
 * which is written last, so that a killed run keeps whole blocks and nothing else.
 */
public final class AbFolder {

    private static final String PLAN = "plan.txt";

    /** File name ending of the shape that a benchmark's forks turned out to need. */
    private static final String SHAPE = "shape";

    private static final Pattern SHAPE_LINE =
            Pattern.compile("warmup=(PT[0-9.HMS]+) iterations=(\\d{1,3}) each=(PT[0-9.HMS]+)");

    private static final Pattern MILLIS = Pattern.compile("millis=(\\d{1,9})");

    private final Path folder;

    /** Blocks that were looked at, and need not be again. */
    private final Set<Path> whole = ConcurrentHashMap.newKeySet();

    private AbFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder of a new run, or that of an interrupted one.
     *
     * @throws BadInputException when it cannot be written, when a new run finds files in it, or when there is nothing to
     *     resume
     */
    public static AbFolder open(Path folder, boolean resume) {
        AbFolder run = new AbFolder(folder);
        try {
            boolean isUnused = Files.isDirectory(folder) && UnusedFolder.is(folder);
            if (resume && !isUnused && !Files.isRegularFile(folder.resolve(PLAN))) {
                throw new BadInputException("--resume: expected the folder of an interrupted scripts/ab, found no "
                        + PLAN + " in " + folder);
            }
            if (!resume && Files.isDirectory(folder) && !isUnused) {
                throw new BadInputException("--out " + folder
                        + ": expected a new or empty folder, found files in it; choose another, or go on with an"
                        + " interrupted run by --resume");
            }
            Files.createDirectories(run.parts());
        } catch (IOException e) {
            throw new BadInputException(
                    "--out " + folder + ": cannot be written: " + AtomicFiles.reason(e) + "; choose another folder", e);
        }
        AtomicFiles.requireWritable(folder);
        return run;
    }

    /**
     * Fixes what the run measures.
     *
     * @throws BadInputException when an interrupted run measured something else
     */
    public void requirePlan(AbPlan plan, Sides sides) {
        String signature = plan.signature() + " sides=" + sides;
        Path file = folder.resolve(PLAN);
        try {
            if (Files.isRegularFile(file) && !Files.readString(file).strip().equals(signature)) {
                throw new BadInputException("--resume: " + folder + " was measured with other settings ("
                        + Files.readString(file).strip() + "); give the same ones, or start anew with another --out");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AtomicFiles.write(file, signature + "\n");
    }

    /** The folder itself. */
    public Path path() {
        return folder;
    }

    /** A file that a reader of the results looks for. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The number of whole blocks, which count from 0. */
    public int blocks(AbBenchmark benchmark) {
        int count = 0;
        while (isWhole(benchmark, count)) {
            count++;
        }
        return count;
    }

    /** A block whose forks were torn or lost, by whatever, is measured again. */
    private boolean isWhole(AbBenchmark benchmark, int block) {
        Path file = blockFile(benchmark, block);
        if (whole.contains(file)) {
            return true;
        }
        boolean isWhole = Files.isRegularFile(file)
                && MILLIS.matcher(kept(file)).find()
                && Stream.of(Arm.values()).allMatch(arm -> JmhResult.isWhole(fork(benchmark, block, arm)));
        if (isWhole) {
            whole.add(file);
        }
        return isWhole;
    }

    /** JMH's file of one fork. */
    public Path fork(AbBenchmark benchmark, int block, Arm arm) {
        return parts().resolve(name(benchmark, block) + "-" + arm + ".json");
    }

    /** Closes a block, of which both forks are there. */
    void close(AbBenchmark benchmark, int block, Arm first, Duration took, double others) {
        AtomicFiles.write(
                blockFile(benchmark, block),
                String.format(Locale.ROOT, "first=%s millis=%d others=%.4f%n", first, took.toMillis(), others));
    }

    /** Keeps why a benchmark gives no number, so that a resumed run does not try it again. */
    void give(AbBenchmark benchmark, String kind, String reason) {
        AtomicFiles.write(file(benchmark, kind), reason + "\n");
    }

    /** A reason that was kept; empty when there is none. */
    public String reason(AbBenchmark benchmark, String kind) {
        return kept(file(benchmark, kind));
    }

    private static String kept(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a fork of a benchmark does: as planned, or as it turned out to need. */
    public ForkShape shape(AbBenchmark benchmark, ForkShape planned) {
        Path file = file(benchmark, SHAPE);
        String kept = kept(file);
        if (kept.isEmpty()) {
            return planned.forThreads(benchmark.threads(), Runtime.getRuntime().availableProcessors());
        }
        Matcher matcher = SHAPE_LINE.matcher(kept);
        try {
            if (matcher.matches()) {
                return new ForkShape(
                        Duration.parse(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Duration.parse(matcher.group(3)));
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new BadInputException(unreadable(file, kept), e);
        }
        throw new BadInputException(unreadable(file, kept));
    }

    private static String unreadable(Path file, String kept) {
        return file + ": expected \"warmup=PT1S iterations=10 each=PT0.1S\", found \"" + kept
                + "\"; start anew with another --out";
    }

    /** Keeps what the forks of a benchmark turned out to need. */
    void reshape(AbBenchmark benchmark, ForkShape shape) {
        AtomicFiles.write(
                file(benchmark, SHAPE),
                "warmup=" + shape.warmup() + " iterations=" + shape.iterations() + " each=" + shape.iterationTime()
                        + "\n");
    }

    /** How long a block takes: as long as the last one, or, before there is one, by what its forks do. */
    public Duration blockTime(AbBenchmark benchmark, ForkShape planned) {
        int blocks = blocks(benchmark);
        return blocks == 0 ? shape(benchmark, planned).blockTime() : took(blockFile(benchmark, blocks - 1));
    }

    /** How long the whole blocks of a benchmark took together. */
    Duration timeOfBlocks(AbBenchmark benchmark) {
        return IntStream.range(0, blocks(benchmark))
                .mapToObj(block -> took(blockFile(benchmark, block)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * How long a block took.
     *
     * @param block its file, as {@link #close} wrote it
     */
    public static Duration took(Path block) {
        Matcher matcher = MILLIS.matcher(kept(block));
        if (!matcher.find()) {
            throw new BadInputException(block + ": expected \"millis=\" and a number in it, found none; take the file"
                    + " away, and the block is left out");
        }
        return Duration.ofMillis(Long.parseLong(matcher.group(1)));
    }

    /** Where a fork's log and whatever it leaves behind go. */
    Path evidence(AbBenchmark benchmark, int block, Arm arm) throws IOException {
        return Files.createDirectories(folder.resolve("evidence").resolve(name(benchmark, block) + "-" + arm));
    }

    private Path file(AbBenchmark benchmark, String kind) {
        return parts().resolve(benchmark.fileName() + "." + kind);
    }

    private Path blockFile(AbBenchmark benchmark, int block) {
        return parts().resolve(name(benchmark, block) + ".block");
    }

    private static String name(AbBenchmark benchmark, int block) {
        return String.format(Locale.ROOT, "%s-%03d", benchmark.fileName(), block);
    }

    private Path parts() {
        return folder.resolve("parts");
    }
}
