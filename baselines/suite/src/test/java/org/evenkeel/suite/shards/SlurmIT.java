package org.evenkeel.suite.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.suite.Jars;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of examples/shards/slurm on a real Slurm: four shards on two nodes, one of which is killed. */
@Tag("long")
@Tag("commands")
class SlurmIT {

    private static final int MINUTES = 8;
    private static final int SHARDS = 4;

    private static final List<String> PATHS = List.of("planted", "verification", "documents", "audits");

    @TempDir
    Path folder;

    @Test
    void shards_onTwoNodes_ofWhichOneIsKilled_becomeOneRunWithEachResultOnce() throws Exception {
        assumeThat(Slurm.isInstalled())
                .as("Slurm of Debian: apt-get install slurmctld slurmd slurm-client")
                .isTrue();
        Path scripts = scripts();
        Path out = folder.resolve("out");
        Random random = new Random(Long.getLong("evenkeel.seed", System.nanoTime()));
        int victim = random.nextInt(SHARDS);
        try (Slurm slurm = Slurm.start(folder.resolve("slurm"))) {
            String[] command = Stream.concat(
                            Stream.of(
                                    Path.of("../../examples/shards/slurm/submit")
                                            .toRealPath()
                                            .toString(),
                                    Integer.toString(SHARDS),
                                    out.toString(),
                                    "bench",
                                    "--profile",
                                    "smoke",
                                    "--form",
                                    "single"),
                            PATHS.stream().flatMap(path -> Stream.of("--path", path)))
                    .toArray(String[]::new);
            String said = slurm.call(Map.of("EVENKEEL_SCRIPTS", scripts.toString()), command);
            assertThat(said).contains("shards are array ");
            String array = said.replaceAll("(?s).*shards are array (\\d+),.*", "$1");

            awaitStart(out, array, victim);
            Thread.sleep(random.nextInt(2_000));
            slurm.call(Map.of(), "scancel", "--signal=KILL", "--full", array + "_" + victim);
            slurm.call(Map.of(), "scancel", array + "_" + victim);

            await(out.resolve("merged/merged.json"), slurm, out);
        }

        assertThat(Files.readString(out.resolve("merge.log")))
                .contains("round 0: missing " + victim + ", which run again");
        JsonNode results =
                new ObjectMapper().readTree(out.resolve("merged/jmh.json").toFile());
        assertThat(results).hasSize(2 * PATHS.size());
        assertThat(results.findValuesAsText("path"))
                .containsAll(PATHS.stream().distinct().toList());
        JsonNode merged =
                new ObjectMapper().readTree(out.resolve("merged/merged.json").toFile());
        assertThat(merged.path("shards").findValuesAsText("host")).contains("n1", "n2");
        // A word that nobody should need.
        System.out.println("victim " + victim + "\n" + Files.readString(out.resolve("merge.log")));
    }

    /** The shards' commands as the scripts have them, without a look at whether the jars are newer than their sources. */
    private Path scripts() throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        for (String name : List.of("bench", "merge")) {
            // Both nodes are this machine: the merge would rightly say that they share their kernel.
            Path script = Files.writeString(scripts.resolve(name), """
                    #!/bin/sh
                    export EVENKEEL_HOST="$SLURMD_NODENAME"
                    exec %s -jar %s %s "$@"
                    """.formatted(
                            Path.of(System.getProperty("java.home"), "bin", "java"), Jars.BASELINES, name));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return scripts;
    }

    private static void awaitStart(Path out, String array, int index) throws Exception {
        Path shard = out.resolve("shard-" + index + "-" + array + "-0/plan.txt");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!Files.exists(shard)) {
            assertThat(System.nanoTime()).as(shard + " never began").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static void await(Path file, Slurm slurm, Path out) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                StringBuilder logs = new StringBuilder(slurm.call(Map.of(), "squeue", "-a"));
                try (Stream<Path> files = Files.list(out)) {
                    for (Path log :
                            files.filter(one -> one.toString().endsWith(".log")).toList()) {
                        logs.append(log).append('\n').append(Files.readString(log));
                    }
                }
                throw new AssertionError("no merged run within " + MINUTES + " minutes: " + logs);
            }
            Thread.sleep(200);
        }
    }
}
