package org.evenkeel.suite.ab.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.ForkReader;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.suite.ab.verdict.LogRatio;
import org.evenkeel.suite.ab.verdict.Measured;
import org.evenkeel.suite.ab.verdict.replay.PairPool;
import org.evenkeel.kernel.BadInputException;

/**
 * Reads pairs of forks of unchanged code: the blocks of an {@code ab} of a jar with itself, or forks that followed one
 * another in files of JMH.
 */
final class RecordedPairs {

    private final Map<String, List<LogRatio>> logRatios = new TreeMap<>();
    private final Map<String, List<List<Double>>> forks = new TreeMap<>();
    private final Map<String, Duration> times = new TreeMap<>();

    private RecordedPairs() {}

    /**
     * The pools of all places together; a benchmark with too few pairs is left out.
     *
     * @param blockTime how long a pair takes where that is not written down
     */
    static List<PairPool> at(List<Path> places, Duration blockTime) {
        RecordedPairs pairs = new RecordedPairs();
        for (Path place : places) {
            if (Files.isDirectory(place.resolve("parts"))) {
                pairs.addBlocks(place.resolve("parts"), place);
            } else {
                SessionFiles.read(place).forEach(pairs::addSession);
            }
        }
        List<PairPool> pools = pairs.logRatios.entrySet().stream()
                .filter(pool -> pool.getValue().size() >= PairPool.FEWEST_PAIRS)
                .map(pool -> new PairPool(
                        pool.getKey(),
                        pool.getValue(),
                        pairs.forks.getOrDefault(pool.getKey(), List.of()),
                        pairs.blockTime(pool.getKey(), pool.getValue().size(), blockTime)))
                .toList();
        if (pools.isEmpty()) {
            throw new BadInputException("--self-test: expected a benchmark with at least " + PairPool.FEWEST_PAIRS
                    + " pairs of forks of unchanged code in " + places
                    + ", found none; record more of it with scripts/ab"
                    + " --base-jar X.jar --jar X.jar");
        }
        return pools;
    }

    private Duration blockTime(String benchmark, int blocks, Duration unknown) {
        Duration ofAll = times.get(benchmark);
        return ofAll == null ? unknown : ofAll.dividedBy(blocks);
    }

    private void addBlocks(Path parts, Path place) {
        List<Path> blocks;
        try (Stream<Path> files = Files.list(parts)) {
            blocks = files.filter(file -> file.toString().endsWith(".block"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Path block : blocks) {
            String name = SessionFiles.nameOf(block).replaceFirst("\\.block$", "");
            Fork base = fork(block.resolveSibling(name + "-base.json"));
            Fork current = fork(block.resolveSibling(name + "-current.json"));
            if (!base.identity().equals(current.identity())) {
                throw new BadInputException(block + ": expected two forks of one benchmark, found " + base.identity()
                        + " and " + current.identity() + "; delete it, and the block is left out");
            }
            String benchmark = place + " " + base.identity().label();
            add(benchmark, logRatio(base, current));
            times.merge(benchmark, AbFolder.took(block), Duration::plus);
            forks.computeIfAbsent(benchmark, absent -> new ArrayList<>())
                    .add(Arrays.stream(base.iterations())
                            .mapToObj(value -> sign(base.score()) * Math.log(value))
                            .toList());
        }
    }

    private void addSession(Session session) {
        for (Series series : session.series().values()) {
            double[] values = series.forks();
            if (series.metric().name().equals(Metric.SCORE) && series.isPositive()) {
                // Each fork serves in one pair, so that pairs know nothing of one another.
                for (int first = 0; first + 1 < values.length; first += 2) {
                    double ratio = sign(series) * (Math.log(values[first + 1]) - Math.log(values[first]));
                    add(series.identity().label(), new LogRatio(ratio, ratio));
                }
            }
        }
    }

    private void add(String benchmark, LogRatio logRatio) {
        logRatios.computeIfAbsent(benchmark, absent -> new ArrayList<>()).add(logRatio);
    }

    private static LogRatio logRatio(Fork base, Fork current) {
        Measured block = new Measured(
                base.identity(), List.of(base), List.of(current), Optional.empty(), Optional.empty(), Duration.ZERO);
        return block.logRatios().stream()
                .findFirst()
                .orElseThrow(
                        () -> new BadInputException(
                                base.score().origin()
                                        + ": expected two forks with numbers above 0; delete the block file beside it, and it is left out"));
    }

    private static double sign(Series series) {
        return series.metric().direction().worsening(1);
    }

    private static Fork fork(Path file) {
        try {
            return ForkReader.read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read; delete its block file, and it is left out", e);
        }
    }
}
