package org.evenkeel.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results for which there is no room: it is said with the file, and {@code --resume} goes on once there is. */
@Tag("commands")
class DiskFullIT extends RunsOfDeeds {

    private static final int BAD_INPUT = 2;

    @Test
    void bench_resultThatDoesNotFit_isSaidWithItsFileAndMeasuredOnceItDoes() throws Exception {
        assertThatItGoesOn(limited(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 6, 8})
    @Tag("long")
    void bench_whateverDoesNotFit_isSaidWithItsFileAndMeasuredOnceItDoes(int kibibytes) throws Exception {
        assertThatItGoesOn(limited(kibibytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12, 20, 28})
    @Tag("long")
    void bench_folderOnAFullDisk_isSaidWithItsFileAndMeasuredOnceThereIsRoom(int kibibytes) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                sh("mount -t tmpfs -o size=" + kibibytes + "k none " + disk),
                "a small disk can be had by root only, and where mounting is allowed");
        try {
            Ended full = bench(List.of(), "disk/run");
            assertThat(full.status()).as(full.toString()).isEqualTo(BAD_INPUT);
            assertThatOneLineNamesAFile(full);

            assertThat(sh("mount -o remount,size=10m " + disk)).isTrue();
            Ended resumed = Files.exists(disk.resolve("run/plan.txt"))
                    ? bench(List.of(), "disk/run", "--resume")
                    : bench(List.of(), "disk/run");
            assertThat(resumed.status()).as(resumed.toString()).isZero();
            assertThatIsMeasured(disk.resolve("run"));
        } finally {
            assertThat(sh("umount -l " + disk)).isTrue();
        }
    }

    private void assertThatItGoesOn(List<String> limit) throws IOException, InterruptedException {
        Ended full = bench(limit, "run");

        assertThat(full.status()).as(full.toString()).isEqualTo(BAD_INPUT);
        assertThatOneLineNamesAFile(full);

        Path run = folder.resolve("run");
        Ended resumed =
                Files.exists(run.resolve("plan.txt")) ? bench(List.of(), "run", "--resume") : bench(List.of(), "run");

        assertThat(resumed.status()).as(resumed.toString()).isZero();
        assertThatIsMeasured(run);
    }

    private static void assertThatOneLineNamesAFile(Ended full) {
        assertThat(full.err()).doesNotContain("\tat ");
        assertThat(full.err().lines().filter(line -> line.startsWith("bench: ")))
                .as(full.toString())
                .singleElement()
                .asString()
                .containsPattern("\\S+/\\S+")
                .doesNotContain("defect");
    }

    private static void assertThatIsMeasured(Path run) throws IOException {
        JsonNode results = new ObjectMapper().readTree(run.resolve("jmh.json").toFile());
        assertThat(results).hasSize(1);
        assertThat(results.at("/0/primaryMetric/rawData")).hasSize(2);
    }

    /** No file of any process grows beyond so much: what is written then fails as on a full disk. */
    private static List<String> limited(int kibibytes) {
        return List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "limited");
    }

    private Ended bench(List<String> prefix, String out, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "bench",
                "--profile",
                "smoke",
                "--jar",
                jar.toString(),
                "--benchmark",
                MisbehavingJar.BENCHMARK,
                "--out",
                out));
        arguments.addAll(List.of(more));
        return runs.ended("bench", runs.start("bench", prefix, arguments));
    }

    private static boolean sh(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }
}
