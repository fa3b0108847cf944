package org.evenkeel.suite.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job as a user runs it, on the built jars, in the profile that takes seconds. */
@Tag("commands")
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
    void check_slowerAndHungrierThanTheBaseline_isMeasuredInTurnAndNamesBoth() throws Exception {
        Ended check = checkWithBaselineWhose("nothing", "nothing", "planted?spin=50000&allocate=4096");

        assertThat(check.status()).as(check.toString()).isEqualTo(1);
        assertThat(check.out())
                .contains("planted: measured in turn, because")
                .contains("planted, single allocates more, +")
                .contains("planted, single is slower, time per operation +");
        assertThat(json("run/comparison.json").get("paths").get(0).get("judged").asText())
                .isEqualTo("IN_TURN");
        assertThat(json("run/comparison.json").get("exitStatus").asInt()).isEqualTo(1);
        JsonNode merged = json("run/jmh.json").get(0);
        assertThat(merged.get("forks").asInt())
                .isEqualTo(merged.at("/primaryMetric/rawData").size())
                .isGreaterThan(1);
    }

    @Test
    void check_sameCodeAsTheBaseline_isProvenAndNotMeasured() throws Exception {
        Ended check = checkWithBaselineWhose("nothing", "nothing", "planted");

        assertThat(check.status()).as(check.toString()).isZero();
        assertThat(check.out())
                .contains("planted: same code.")
                .contains("Nothing wrong was found. The path runs the same code as the baseline.");
        assertThat(json("run/comparison.json").get("paths").get(0).get("judged").asText())
                .isEqualTo("SAME_CODE");
        assertThat(json("run/jmh.json")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a machine at another speed, (\"yardstick.us\" : \")[0-9.]+, $11.0",
        "another kind of machine,    (\"cpu.model\" : \")[^\"]+, $1Another",
        "another profile,            (\"profile\" : \")smoke, $1nightly",
    })
    void check_baselineOf_isOfTheSameCodeAllTheSame(String what, String fact, String changed) throws Exception {
        Ended check = checkWithBaselineWhose(fact, changed, "planted");

        assertThat(check.status()).as(what + ": " + check).isZero();
        assertThat(check.out()).contains("planted: same code.");
    }

    @ParameterizedTest
    @CsvSource({"gone, is gone", "altered, was altered"})
    void check_codeOfTheBaselineCannotBeHad_saysSoAndIsNotGreen(String what, String said) throws Exception {
        Ended recorded = check("planted", "--out", "base", "--record", "--force", "--no-leakcheck");
        assertThat(recorded.out()).as(recorded.toString()).contains("Recorded: ");
        for (Path jar : jarsOfTheBaseline()) {
            if (what.equals("gone")) {
                Files.delete(jar);
            } else {
                Files.writeString(jar, "other bytes", StandardOpenOption.APPEND);
            }
        }

        Ended check = check("planted", "--out", "run", "--no-leakcheck");

        assertThat(check.status()).as(check.toString()).isEqualTo(4);
        assertThat(check.out())
                .contains(said)
                .contains("record the old code again")
                .doesNotContain("same code");
    }

    @Test
    void check_recordOfWhatIsWrong_isRefused() throws Exception {
        Ended check = check("planted?leak=256", "--out", "run");
        assertThat(check.status()).as(check.toString()).isEqualTo(1);

        assertThat(folder.resolve("store/local")).doesNotExist();
    }

    @Test
    void check_recordThenResume_recordsOnce() throws Exception {
        check("planted", "--out", "run", "--record", "--force", "--no-leakcheck");
        Ended again = check("planted", "--out", "run", "--record", "--force", "--no-leakcheck", "--resume");

        assertThat(again.out()).as(again.toString()).contains("Recorded before: ");
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            assertThat(files.filter(file -> file.endsWith("environment.json"))).hasSize(1);
        }
    }

    private List<Path> jarsOfTheBaseline() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            assertThat(jars).isNotEmpty();
            return jars;
        }
    }

    @Test
    void check_baselineOfOtherPaths_isAsIfThereWereNone() throws Exception {
        check("planted", "--out", "base", "--record", "--force", "--no-leakcheck");

        Ended check = check("xorshift", "--out", "run", "--no-leakcheck");

        assertThat(check.status()).as(check.toString()).isEqualTo(3);
        assertThat(check.out()).contains("baseline \"main\" has nothing of what was measured here; record");
    }

    /** Records a baseline, changes what it says of its environment, and checks a path against it. */
    private Ended checkWithBaselineWhose(String fact, String changed, String path) throws Exception {
        Ended recorded = check("planted", "--out", "base", "--record", "--force", "--no-leakcheck");
        assertThat(recorded.out()).as(recorded.toString()).contains("Recorded: ");
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            Path environment = files.filter(file -> file.endsWith("environment.json"))
                    .findFirst()
                    .orElseThrow();
            if (!fact.equals("nothing")) {
                assertThat(text(environment)).containsPattern(fact);
            }
            Files.writeString(environment, text(environment).replaceAll(fact, changed));
        }
        return check(path, "--out", "run", "--no-leakcheck", "--busy", "100%");
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
                "--base no-such-commit            | --base no-such-commit: expected a commit, branch or tag",
                "--budget soon                    | --budget soon: expected a time such as 10m",
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
