package org.evenkeel.suite.shards.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.kernel.Commands;
import org.evenkeel.suite.command.MergedRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private ShardFixture run = new ShardFixture(5, 3);

    @BeforeEach
    void everyShardButTheLast() {
        run.ended(folder.resolve("in/s0"), 0);
        run.ended(folder.resolve("in/s1"), 1);
    }

    @Test
    void merge_ofAllShards_isOneRunWithEachResultOnce() throws IOException {
        run.ended(folder.resolve("in/s2"), 2);

        assertThat(merge("in", "--out", "merged")).as(err.toString()).isZero();

        JsonNode results = json("merged/jmh.json");
        assertThat(results).hasSize(10);
        assertThat(results.findValuesAsText("path")).hasSize(10).contains("path0", "path1", "path2", "path3", "path4");
        assertThat(Files.readString(folder.resolve("merged/plan.txt")).strip()).isEqualTo(run.whole.signature());
        assertThat(json("merged/merged.json").path("shards")).hasSize(3);
        assertThat(out.toString())
                .contains("merged 3 shards of nightly, 10 benchmarks")
                .contains("scripts/nightly --resume");
    }

    @Test
    void merge_ofTheSameShardsTwice_isTheSameNight() throws IOException {
        run.ended(folder.resolve("in/s2"), 2);
        merge("in", "--out", "one");
        merge("in/s2", "in/s0", "in/s1", "--out", "two");

        assertThat(Files.readString(folder.resolve("one/night-id.txt")))
                .isEqualTo(Files.readString(folder.resolve("two/night-id.txt")));
    }

    @Test
    void merge_withAShardThatDidNotEnd_namesItsIndexAndWritesNothing() {
        run.killed(folder.resolve("in/s2"), 2, 1);

        refused("expected all of 3 shards, found no end of 2; run these indices again");
        assertThat(merge("in", "--missing")).isEqualTo(4);
        assertThat(out.toString()).isEqualTo("2\n");
    }

    @Test
    void merge_withATornResult_namesItAndItsIndex() throws IOException {
        run.ended(folder.resolve("in/s2"), 2);
        String name = run.benchmarks(1).get(0).fileName();
        Files.writeString(folder.resolve("in/s1/parts/" + name + ".json"), "[{\"jmhVersion\"");

        refused("expected the result of " + name + " and found none, or a torn one; run index 1 again");
        assertThat(merge("in", "--missing")).isEqualTo(4);
        assertThat(out.toString()).isEqualTo("1\n");
    }

    @Test
    void merge_withABrokenBenchmark_doesNotMissIt() throws IOException {
        String name = run.benchmarks(2).get(0).fileName();
        run.ended(folder.resolve("in/s2"), 2, "host2", Map.of(name, "a duplicate flag"));
        Files.delete(folder.resolve("in/s2/parts/" + name + ".json"));

        assertThat(merge("in", "--out", "merged")).as(err.toString()).isZero();
        assertThat(MergedRun.in(folder.resolve("merged")).orElseThrow().broken(run.whole.benchmarks()))
                .containsOnlyKeys(run.benchmarks(2).get(0))
                .containsValue("a duplicate flag");
    }

    @Test
    void merge_withOneIndexTwice_refuses() {
        run.ended(folder.resolve("in/s2"), 2);
        run.ended(folder.resolve("in/s2-again"), 2);

        refused("shard 2/3 is there twice, in ");
    }

    @Test
    void merge_withAKeyTwice_refuses() throws IOException {
        run.ended(folder.resolve("in/s2"), 2);
        String name = run.benchmarks(1).get(0).fileName() + ".json";
        Files.copy(folder.resolve("in/s1/parts/" + name), folder.resolve("in/s2/parts/" + name));

        refused(name + " is there twice, in ");
    }

    @Test
    void merge_withAnotherCommit_refuses() {
        run.commit = "commit c2";
        run.ended(folder.resolve("in/s2"), 2);

        refused("expected shards of one run, found another code: commit c1 in ");
    }

    @Test
    void merge_withAnotherPlan_refuses() {
        new ShardFixture(6, 3).ended(folder.resolve("in/s2"), 2);

        refused("expected shards of one run, found another plan: ");
    }

    @Test
    void merge_withAnotherNumberOfShards_refuses() {
        new ShardFixture(5, 4).ended(folder.resolve("in/s2"), 2);

        refused("found another number of shards: 3 in ");
    }

    @Test
    void merge_withAnotherCpu_refuses() {
        run.cpu = "Another CPU";
        run.ended(folder.resolve("in/s2"), 2);

        refused("cpu.model Example CPU -> Another CPU; run index 2 again on a machine like the first");
    }

    @Test
    void merge_withAnotherJmh_refuses() throws IOException {
        run.ended(folder.resolve("in/s2"), 2);
        Path part = folder.resolve("in/s2/parts/" + run.benchmarks(2).get(0).fileName() + ".json");
        Files.writeString(part, Files.readString(part).replace("\"1.37\"", "\"1.36\""));

        refused("jmh.version 1.37 -> 1.36");
    }

    @Test
    void merge_ofTwoThatSharedAHost_refusesBoth() {
        run.ended(folder.resolve("in/s2"), 2, "host1", Map.of());

        refused("shards 1 and 2 ran at the same time on one host (host1), so that each measured the other");
        assertThat(merge("in", "--missing")).isEqualTo(4);
        assertThat(out.toString()).isEqualTo("1,2\n");
    }

    @Test
    void merge_ofTwoThatFollowedEachOtherOnAHost_isOneRun() {
        run.clock = 1000;
        run.ended(folder.resolve("in/s2"), 2, "host1", Map.of());

        assertThat(merge("in", "--out", "merged")).as(err.toString()).isZero();
    }

    @Test
    void merge_intoAFolderThatIsUsed_refuses() throws IOException {
        run.ended(folder.resolve("in/s2"), 2);
        Files.createDirectories(folder.resolve("merged/mine"));

        assertThat(merge("in", "--out", "merged")).isEqualTo(2);
        assertThat(err.toString()).contains("expected a new or empty folder");
        assertThat(folder.resolve("merged/mine")).isEmptyDirectory();
    }

    @Test
    void merge_ofNothing_refuses() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThat(merge("empty", "--out", "merged")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(merge("nowhere", "--out", "merged")).isEqualTo(2);
        assertThat(err.toString()).contains("found nothing there");
    }

    private void refused(String said) {
        assertThat(merge("in", "--out", "merged")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(said);
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    private int merge(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>();
        for (String argument : arguments) {
            all.add(
                    argument.startsWith("--")
                            ? argument
                            : folder.resolve(argument).toString());
        }
        return Commands.run(new Merge(), all.toArray(new String[0]), new PrintWriter(out), new PrintWriter(err));
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }
}
