package org.evenkeel.baselines.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.baselines.command.Jars.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job as a user runs it, on the built jars, in the profile that takes seconds. */
class CheckIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void check_nothingPlantedAndNoBaseline_endsWithThreeAndWritesEveryFile() throws Exception {
        Ended check = check("planted", "--out", "run");

        assertThat(check.status()).as(check.toString()).isEqualTo(3);
        assertThat(check.out())
                .contains("there is no baseline \"main\" yet")
                .contains("planted: STEADY")
                .contains("Nothing wrong was found.");
        assertThat(check.out().lines()).hasSizeLessThan(24);
        assertThat(check.err()).contains("[1/3] planted single latency (about ");
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(
                            "jmh.json",
                            "environment.json",
                            "leakcheck.json",
                            "comparison.json",
                            "report.html",
                            "report.md",
                            "junit.xml");
        }
    }

    @Test
    void check_jmhJson_hasTheFieldsOfJmh() throws Exception {
        assertThat(check("planted", "--out", "run", "--no-leakcheck").status()).isEqualTo(3);

        JsonNode results = json("run/jmh.json");

        assertThat(results).hasSize(2);
        for (JsonNode result : results) {
            assertThat(result.get("jmhVersion").asText()).isEqualTo("1.37");
            assertThat(result.get("benchmark").asText()).isEqualTo("org.evenkeel.jmh.HotPathBenchmark.single");
            assertThat(result.get("threads").asInt()).isEqualTo(1);
            assertThat(result.get("forks").asInt()).isEqualTo(2);
            assertThat(result.get("params").get("path").asText()).isEqualTo("planted");
            assertThat(result.get("primaryMetric").path("rawData").size()
                            + result.get("primaryMetric")
                                    .path("rawDataHistogram")
                                    .size())
                    .isPositive();
            assertThat(result.get("secondaryMetrics").has("gc.alloc.rate.norm")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "broken=true, is broken: broken invariant",
        "leak=256, planted leaks: ",
    })
    void check_faultThatNeedsNoBaseline_endsWithOneAndNamesIt(String fault, String named) throws Exception {
        Ended check = check("planted?" + fault, "--out", "run");

        assertThat(check.status()).as(check.toString()).isEqualTo(1);
        assertThat(check.out()).contains(named).contains("wrong.");
    }

    @Test
    void check_slowerAndHungrierThanTheBaseline_endsWithOneAndNamesBoth() throws Exception {
        Ended recorded = check("planted", "--out", "base", "--record", "--no-leakcheck");
        assertThat(recorded.status()).as(recorded.toString()).isEqualTo(3);
        assertThat(recorded.out()).contains("Recorded: ");

        Ended check = check("planted?spin=50000&allocate=4096", "--out", "run", "--no-leakcheck");

        assertThat(check.status()).as(check.toString()).isEqualTo(1);
        assertThat(check.out()).contains("regressed: gc.alloc.rate.norm by ");
        // Fifty times slower shows in any noise; but where others keep the machine busy, times are not judged at all.
        assertThat(check.out())
                .containsAnyOf(
                        "p50 by ",
                        "not judged: planted single latency: its times, because something",
                        "not judged: all times, because the machine itself took");
        assertThat(json("run/comparison.json").get("rows")).anySatisfy(row -> {
            assertThat(row.get("verdict").asText()).isEqualTo("REGRESSED");
            assertThat(row.get("metric").asText()).isEqualTo("gc.alloc.rate.norm");
            assertThat(row.get("relativeChange").asDouble()).isGreaterThan(1);
        });
    }

    @Test
    void check_machineAtAnotherSpeedThanInTheBaseline_judgesNoTimes() throws Exception {
        Ended check = checkWithBaselineWhose("(\"yardstick.us\" : \")[0-9.]+", "$11.0");

        assertThat(check.status()).as(check.toString()).isEqualTo(1);
        assertThat(check.out())
                .contains("regressed: gc.alloc.rate.norm by ")
                .contains("not judged: all times, because the machine itself took")
                .doesNotContain("p50 by");
    }

    @Test
    void check_baselineOfAnotherProfile_isNotComparedWithAndSaysSo() throws Exception {
        Ended check = checkWithBaselineWhose("(\"profile\" : \")smoke", "$1nightly");

        assertThat(check.status()).as(check.toString()).isEqualTo(3);
        assertThat(check.out())
                .contains("baseline \"main\" was measured with --profile nightly; give that one, or record")
                .doesNotContain("regressed");
    }

    @Test
    void check_baselineOfOtherPaths_isAsIfThereWereNone() throws Exception {
        check("planted", "--out", "base", "--record", "--no-leakcheck");

        Ended check = check("xorshift", "--out", "run", "--no-leakcheck");

        assertThat(check.status()).as(check.toString()).isEqualTo(3);
        assertThat(check.out()).contains("baseline \"main\" has nothing of what was measured here; record");
    }

    /** Records a baseline, changes what it says of its environment, and checks slower and hungrier code against it. */
    private Ended checkWithBaselineWhose(String fact, String changed) throws Exception {
        Ended recorded = check("planted", "--out", "base", "--record", "--no-leakcheck");
        assertThat(recorded.out()).as(recorded.toString()).contains("Recorded: ");
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            Path environment = files.filter(file -> file.endsWith("environment.json"))
                    .findFirst()
                    .orElseThrow();
            assertThat(text(environment)).containsPattern(fact);
            Files.writeString(environment, text(environment).replaceAll(fact, changed));
        }
        return check("planted?spin=50000&allocate=4096", "--out", "run", "--no-leakcheck");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void check_ownPathOnTheClassPath_getsEverything() throws Exception {
        Ended check = check("coupons?coupons=10", "--classpath", Jars.EXAMPLE.toString(), "--out", "run");

        assertThat(check.status()).as(check.toString()).isEqualTo(3);
        assertThat(check.out()).contains("coupons?coupons=10  single").contains("coupons?coupons=10: STEADY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--classpath nowhere.jar          | nowhere.jar: expected a jar or a folder, found nothing there",
                "--path nothing                   | there is no hot path \"nothing\" on the class path",
                "--path planted?leak=much         | parameter leak takes 0 to",
                "--out taken/run                  | --out taken/run: cannot be written",
                "--form triple                    | form \"triple\": expected one of single, batch",
                "--profile fast                   | profile \"fast\": expected one of",
                "--java nowhere                   | --java nowhere: expected the home of a JDK",
                "--resume --out nothing-here      | found no plan.txt in nothing-here",
                "--no-such-option                 | Unknown option: '--no-such-option'",
                "--path planted --store damaged   | environment.json",
            })
    void check_badInput_isOneClearLineAndStatusTwo(String arguments, String said) throws Exception {
        Files.writeString(folder.resolve("taken"), "a file in the way");
        Path session =
                Files.createDirectories(folder.resolve("damaged/local/somewhere/main/2026-01-01T00-00-00Z-00000000"));
        Files.writeString(session.resolve("environment.json"), "{\"identity\": ");

        Ended check = Jars.run(folder, Jars.BASELINES, ("check " + arguments).split(" +"));

        assertThat(check.status()).as(check.toString()).isEqualTo(2);
        assertThat(check.err()).contains(said).doesNotContain("\tat ");
        assertThat(check.err()
                        .lines()
                        .filter(line -> !line.startsWith("Try ") && !line.startsWith("Possible solutions")))
                .hasSize(1);
    }

    @Test
    void check_interruptedHalfWay_leavesNoChildKeepsWhatItHasAndGoesOn() throws Exception {
        Process process = Jars.start(folder, Jars.BASELINES, arguments("planted", "--out", "run", "--no-leakcheck"));
        Path firstPart = folder.resolve("run/parts/planted-single-sample.json");
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!(Files.exists(firstPart) && process.descendants().count() >= 2) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        List<ProcessHandle> family = process.descendants().toList();
        assertThat(family).as("JMH and its fork").hasSizeGreaterThanOrEqualTo(2);

        process.destroy();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        for (ProcessHandle child : family) {
            assertThat(child.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
        }
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("go on with --resume --out run");
        assertThat(json("run/jmh.json")).hasSize(1);
        byte[] kept = Files.readAllBytes(firstPart);

        Ended resumed = check("planted", "--out", "run", "--no-leakcheck", "--resume");

        assertThat(resumed.status()).as(resumed.toString()).isEqualTo(3);
        assertThat(resumed.err()).contains("[1/1] planted single throughput");
        assertThat(json("run/jmh.json")).hasSize(2);
        assertThat(Files.readAllBytes(firstPart)).isEqualTo(kept);
    }

    @Test
    void bench_list_showsPathsParametersAndDefaults() throws Exception {
        Ended bench = Jars.run(folder, Jars.BASELINES, "bench", "--list");

        assertThat(bench.status()).isZero();
        assertThat(bench.out()).contains("documents: ").contains("queue=array").contains("array|linked|mpmc");
    }

    @Test
    void benchmarksJar_isAnOrdinaryJmhJar() throws Exception {
        Ended list = Jars.run(folder, Jars.BENCHMARKS, "-l");
        Ended help = Jars.run(folder, Jars.BENCHMARKS, "-h");
        Ended plain = Jars.run(
                folder,
                Jars.BENCHMARKS,
                "HotPathBenchmark.single",
                "-p",
                "path=planted,xorshift",
                "-t",
                "3",
                "-bm",
                "avgt",
                "-f",
                "1",
                "-wi",
                "0",
                "-i",
                "1",
                "-r",
                "100ms",
                "-prof",
                "gc");

        assertThat(list.out()).contains("org.evenkeel.jmh.HotPathBenchmark.fiftyThreads");
        assertThat(help.out()).contains("-prof <profiler>");
        assertThat(plain.out()).contains("# Threads: 3 threads").contains("gc.alloc.rate.norm");
        assertThat(plain.out().lines().filter(line -> line.matches("HotPathBenchmark.single +(planted|xorshift) .*")))
                .hasSize(2);
    }

    private Ended check(String path, String... more) throws IOException, InterruptedException {
        return Jars.run(folder, Jars.BASELINES, arguments(path, more));
    }

    private static String[] arguments(String path, String... more) {
        return Stream.concat(
                        Stream.of(
                                "check", "--profile", "smoke", "--form", "single", "--path", path, "--store", "store"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private JsonNode json(String file) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(file)));
    }
}
