package org.evenkeel.suite.shards.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on hosts that lose shards in every way that a cluster knows, until nothing is missing. */
class LossesTest {

    private static final int RUNS = Integer.getInteger("evenkeel.losses", 1000);

    @TempDir
    Path folder;

    @Test
    void run_withRandomLosses_hasEachResultExactlyOnce() throws IOException {
        int again = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            again += run(random, folder.resolve("run" + seed));
        }
        // A simulation without losses would show nothing.
        assertThat(again).isGreaterThan(RUNS);
    }

    /** One run; gives how many shards had to run again. */
    private static int run(Random random, Path place) throws IOException {
        int paths = 1 + random.nextInt(6);
        int count = 1 + random.nextInt(5);
        ShardFixture run = new ShardFixture(paths, count);
        Path shards = Files.createDirectories(place.resolve("shards"));
        Set<Integer> open = new TreeSet<>(IntStream.range(0, count).boxed().toList());
        List<Path> ended = new ArrayList<>();
        int again = 0;
        for (int round = 0; !open.isEmpty(); round++) {
            again += round == 0 ? 0 : open.size();
            run.clock = 100 * round;
            for (int index : open) {
                Path out = shards.resolve(index + "-" + round);
                ended.removeIf(folder -> folder.getFileName().toString().startsWith(index + "-"));
                if (lose(random, run, out, index)) {
                    ended.add(out);
                }
            }
            open = ended.isEmpty() ? open : new ShardSet(ShardFolder.at(ended)).missing();
        }
        ShardSet whole = new ShardSet(ShardFolder.at(ended));
        whole.requireWhole();
        MergedFolder.write(whole, place.resolve("merged"));

        JsonNode results =
                new ObjectMapper().readTree(place.resolve("merged/jmh.json").toFile());
        List<String> keys = new ArrayList<>();
        results.forEach(result -> keys.add(result.path("params").path("path").asText() + " "
                + result.path("mode").asText()));
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(run.whole.ofHotPaths().stream()
                        .map(benchmark -> benchmark.path().spec() + " "
                                + benchmark.measure().jmhMode())
                        .toList());
        return again;
    }

    /** Runs a shard, which may be lost; gives whether it left its word. */
    private static boolean lose(Random random, ShardFixture run, Path out, int index) throws IOException {
        List<PlannedBenchmark> own = run.benchmarks(index);
        switch (random.nextInt(5)) {
            case 0 -> {
                // The host went away.
                return false;
            }
            case 1 -> {
                run.killed(out, index, random.nextInt(own.size() + 1));
                return false;
            }
            case 2 -> {
                run.ended(out, index);
                if (!own.isEmpty()) {
                    // A full disk, or a copy that was cut off.
                    PlannedBenchmark torn = own.get(random.nextInt(own.size()));
                    Path part = out.resolve("parts").resolve(torn.fileName() + ".json");
                    byte[] text = Files.readAllBytes(part);
                    Files.write(part, java.util.Arrays.copyOf(text, random.nextInt(text.length - 3)));
                }
                return true;
            }
            case 3 -> {
                // The scheduler put it where another was, or might have been.
                run.ended(out, index, "host" + random.nextInt(3), Map.of());
                return true;
            }
            default -> {
                run.ended(out, index);
                return true;
            }
        }
    }
}
