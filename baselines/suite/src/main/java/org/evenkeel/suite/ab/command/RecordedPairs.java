package org.evenkeel.suite.ab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.ab.verdict.LogRatio;
import org.evenkeel.suite.ab.verdict.Measured;
import org.evenkeel.suite.ab.verdict.replay.PairPool;

/**
 * Reads pairs of forks of unchanged code: the blocks of an {@code ab} of a jar with itself, or forks that followed one
 * another in files of JMH.
 */
public final class RecordedPairs {

    private final Map<String, List<LogRatio>> logRatios = new TreeMap<>();
    private final Map<String, List<List<Double>>> forks = new TreeMap<>();
    private final Map<String, Duration> times = new TreeMap<>();

    private RecordedPairs() {}

    /**
     * The pools of all places together; a benchmark with too few pairs is left out.
     *
     * @param blockTime how long a pair takes where that is not written down
     */
    public static List<PairPool> at(List<Path> places, Duration blockTime) {
        RecordedPairs pairs = new RecordedPairs();
        for (Path place : places) {
            if (Files.isDirectory(place.resolve("parts"))) {
                pairs.addBlocks(RecordedBlock.inFolder(place.resolve("parts")), place);
            } else if (RecordedBlock.arePackedIn(place)) {
                pairs.addBlocks(RecordedBlock.packed(place), place);
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

    private void addBlocks(List<RecordedBlock> blocks, Path place) {
        for (RecordedBlock block : blocks) {
            String benchmark = place + " " + block.base().identity().label();
            add(benchmark, logRatio(block.base(), block.current()));
            times.merge(benchmark, block.took(), Duration::plus);
            forks.computeIfAbsent(benchmark, absent -> new ArrayList<>())
                    .add(Arrays.stream(block.base().iterations())
                            .mapToObj(value -> sign(block.base().score()) * Math.log(value))
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
}
