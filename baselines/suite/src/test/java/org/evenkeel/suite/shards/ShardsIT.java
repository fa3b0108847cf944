package org.evenkeel.suite.shards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.evenkeel.suite.nightly.stored.HistoryStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards as a scheduler starts them, on the built jars. */
@Tag("long")
@Tag("commands")
class ShardsIT {

    private static final String[] PLAN = {
        "--path", "planted", "--path", "documents", "--profile", "smoke", "--form", "single"
    };

    @TempDir
    Path folder;

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return Jars.run(folder, Jars.BASELINES, arguments);
    }

    private static String[] shard(String command, String shard, String out, String... more) {
        return Stream.of(Stream.of(command, "--shard", shard, "--out", out), Stream.of(PLAN), Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    @Test
    void night_ofTwoShards_isMergedStoredOnceAndMeasuredByNobodyElse() throws Exception {
        Ended first = run(shard("nightly", "0/2", "s/0", "--no-leakcheck"));
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(first.err()).contains("shard 0/2 of run ");
        assertThat(run("merge", "s", "--missing").out()).isEqualTo("1\n");
        Ended second = run(shard("nightly", "1/2", "s/1", "--no-leakcheck"));
        assertThat(second.status()).as(second.toString()).isZero();

        Ended merged = run("merge", "s", "--out", "night");
        assertThat(merged.status()).as(merged.toString()).isZero();
        for (int again = 0; again < 2; again++) {
            Ended night = run("nightly", "--resume", "--out", "night", "--history", "history", "--no-leakcheck");
            // 3 for too few nights to judge by, 4 where others used the machine.
            assertThat(night.status()).as(night.toString()).isIn(3, 4);
            assertThat(night.err()).doesNotContain("single latency");
        }
        assertThat(new HistoryStore(folder.resolve("history")).nights()).hasSize(1);
        JsonNode results =
                new ObjectMapper().readTree(folder.resolve("night/jmh.json").toFile());
        assertThat(results).hasSize(4);
        assertThat(Files.readString(folder.resolve("night/durations.json"))).contains("planted", "documents");
    }

    @Test
    void shards_atOnceOnOneHost_areRefusedBeforeAnythingIsMeasured() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", Jars.BASELINES.toString()));
        command.addAll(List.of(shard("bench", "0/2", "s/0")));
        Process first = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("first.txt").toFile())
                .start();
        try {
            while (!Files.exists(folder.resolve("s/0/plan.txt"))) {
                assertThat(first.isAlive())
                        .as(Files.readString(folder.resolve("first.txt")))
                        .isTrue();
                Thread.sleep(50);
            }
            Ended second = run(shard("bench", "1/2", "s/1"));

            assertThat(second.status()).as(second.toString()).isEqualTo(2);
            assertThat(second.err().lines()).hasSize(1);
            assertThat(second.err())
                    .contains("is at work on shard 0/2, process ")
                    .contains("nothing was measured");
            assertThat(folder.resolve("s/1")).doesNotExist();
        } finally {
            first.descendants().forEach(ProcessHandle::destroyForcibly);
            first.destroyForcibly();
            assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void check_ofTwoShards_isMergedWithTheWorstStatus() throws Exception {
        Ended first = run(shard("check", "0/2", "s/0", "--no-leakcheck", "--store", "none"));
        Ended second = run(shard("check", "1/2", "s/1", "--no-leakcheck", "--store", "none"));
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(second.status()).as(second.toString()).isZero();

        Ended merged = run("merge", "s", "--out", "all");

        // No baseline: 3 is what each would have ended with by itself.
        assertThat(merged.status()).as(merged.toString()).isIn(3, 4);
        JsonNode comparison = new ObjectMapper()
                .readTree(folder.resolve("all/comparison.json").toFile());
        assertThat(comparison.path("rows").size()).isGreaterThan(4);
        assertThat(comparison.path("rows").toString()).contains("planted", "documents");
    }

    @Test
    void shard_thatIsNone_isOneLine() throws Exception {
        Ended wrong = run(shard("bench", "2/2", "s/2"));

        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .isEqualTo("bench: --shard: expected an index from 0 to 1 of 2 shards, found 2; the first is 0/2\n");
    }
}
