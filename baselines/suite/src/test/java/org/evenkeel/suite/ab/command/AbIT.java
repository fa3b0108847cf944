package org.evenkeel.suite.ab.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before and after as a user runs it, on the built jars, with forks of a fifth of a second. */
@Tag("commands")
class AbIT {

    @TempDir
    Path folder;

    @Test
    void ab_fiftyTimesSlower_isRegressedAtTheFirstLook() throws Exception {
        Ended ab = ab("planted?spin=50000", "--budget", "3m", "--out", "run");

        assertThat(ab.status()).as(ab.toString()).isEqualTo(1);
        assertThat(ab.err()).contains("seed ").contains("after 4 blocks, regressed");
        JsonNode comparison = new ObjectMapper().readTree(Files.readString(folder.resolve("run/comparison.json")));
        assertThat(comparison.get("rows")).anySatisfy(row -> {
            assertThat(row.get("metric").asText()).isEqualTo("score");
            assertThat(row.get("verdict").asText()).isEqualTo("REGRESSED");
            assertThat(row.get("lower").asDouble()).isPositive();
        });
        String why = "scripts/profile --path 'planted?spin=50000' --form single --event cpu,";
        assertThat(ab.out())
                .contains("\n    " + why)
                .contains(" --base-benchmarks " + Jars.BENCHMARKS + " --benchmarks " + Jars.BENCHMARKS + "\n");
        assertThat(folder.resolve("run/report.md")).content().contains("\n    " + why);
        assertThat(folder.resolve("run/report.html")).content().contains("Why, frame by frame: <code>scripts/profile");
        assertThat(folder.resolve("run/junit.xml")).exists();
    }

    @Test
    void ab_forks_waitForTheirCompiledCodeUnlessTheUserSaysOtherwise() throws Exception {
        ab("planted", "--budget", "10s", "--jvm-arg=-XX:+BackgroundCompilation", "--out", "run");

        try (Stream<Path> parts = Files.list(folder.resolve("run/parts"))) {
            List<Path> forks =
                    parts.filter(part -> part.toString().endsWith(".json")).toList();
            assertThat(forks).hasSizeGreaterThan(1).allSatisfy(fork -> {
                List<String> jvmArguments = new ArrayList<>();
                new ObjectMapper()
                        .readTree(fork.toFile())
                        .get(0)
                        .get("jvmArgs")
                        .forEach(argument -> jvmArguments.add(argument.asText()));
                // The last one counts.
                assertThat(jvmArguments)
                        .containsSubsequence("-XX:-BackgroundCompilation", "-XX:+BackgroundCompilation");
            });
        }
    }

    @Test
    void ab_interrupted_leavesNoChildGivesWhatStandsAndGoesOn() throws Exception {
        Process process = Jars.start(folder, Jars.BASELINES, arguments("planted", "--budget", "3m", "--out", "run"));
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (blocks() < 2 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        List<ProcessHandle> family = process.descendants().toList();

        process.destroy();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(4);
        for (ProcessHandle child : family) {
            assertThat(child.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
        }
        assertThat(Files.readString(folder.resolve("out.txt")))
                .contains("INCONCLUSIVE")
                .contains("first look needs");
        int kept = blocks();

        Ended resumed = ab("planted", "--budget", "20s", "--out", "run", "--resume");

        assertThat(resumed.status()).as(resumed.toString()).isIn(0, 1, 4);
        assertThat(blocks()).isGreaterThan(kept);
    }

    @Test
    void ab_forkThatIsMostlyWarmUp_isRepeatedAfterMoreOfIt() throws Exception {
        String fixtures = Path.of("target/test-classes").toAbsolutePath().toString();
        Ended ab = Jars.run(
                folder,
                Jars.BASELINES,
                ("ab --path slow-start --form single --warmup 200ms --measure 400ms --busy 100% --budget 30s --out run"
                                + " --base-classpath " + fixtures + " --classpath " + fixtures)
                        .split(" "));

        assertThat(ab.err())
                .as(ab.toString())
                .contains("was still warming up while it was measured; the block is repeated, with 0.4 s of warm-up");
        assertThat(blocks()).isPositive();
    }

    @Test
    @Tag("long")
    void ab_benchmarkOfManyThreads_isMeasuredInSlicesThatAreLongEnough() throws Exception {
        Ended ab = Jars.run(
                folder,
                Jars.BASELINES,
                "ab",
                "--base-jar",
                Jars.BENCHMARKS.toString(),
                "--jar",
                Jars.BENCHMARKS.toString(),
                "--benchmark",
                "HotPathBenchmark.fiftyThreads",
                "--param",
                "path=planted",
                "--warmup",
                "200ms",
                "--measure",
                "400ms",
                "--busy",
                "100%",
                "--record",
                "1",
                "--budget",
                "3m",
                "--out",
                "run");

        // JMH tells only in a result how many threads somebody else's benchmark has.
        assertThat(ab.err()).as(ab.toString()).contains("has more threads than there are processors");
        assertThat(blocks()).isOne();
    }

    /** Nothing can be decided within so little, so only the budget ends the run. */
    @Test
    void ab_nothingIsDecided_endsWithItsBudget() throws Exception {
        Stopwatch watch = Stopwatch.start();

        Ended ab = ab("planted", "--min-effect", "0.01%", "--margin", "0.02%", "--budget", "15s", "--out", "run");

        assertThat(watch.elapsed()).as(ab.toString()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(45));
        assertThat(blocks()).isGreaterThan(1);
    }

    @Test
    void ab_brokenInvariant_isInvalidAndEndsWithOne() throws Exception {
        Ended ab = ab("planted?broken=true", "--budget", "1m", "--out", "run");

        assertThat(ab.status()).as(ab.toString()).isEqualTo(1);
        assertThat(ab.out()).contains("invalid").contains("broken invariant");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--base-jar nowhere.jar --jar nowhere.jar | --base-jar nowhere.jar: expected a JMH jar, found none there",
                "--base-jar nowhere.jar                   | expected both --base-jar and --jar",
                "--base HEAD                              | --base: expected a git repository, found none around",
                "--base-classpath nowhere --classpath x   | --base-classpath nowhere: expected a jar or a folder",
                "--base HEAD --base-classpath x           | expected --classpath beside --base-classpath",
                "--mode fast                              | --mode fast: expected thrpt, avgt, sample or ss",
                "--budget soon                            | --budget soon: expected a time such as 10m",
                "--margin 1% --min-effect 2%              | expected a --margin above --min-effect",
                "--resume --out nothing-here              | found no plan.txt in nothing-here",
                "--path documents --param client=10       | --param: expected --benchmark beside it; parameters of a hot path",
                "--accept-removed (                       | --accept-removed ( is not a regular expression",
                "--self-test                              | --self-test: expected folders with forks",
                "stray                                    | expected options only, found stray",
            })
    void ab_badInput_isOneClearLineAndStatusTwo(String arguments, String said) throws Exception {
        Ended ab = Jars.run(folder, Jars.BASELINES, ("ab " + arguments).split(" +"));

        assertThat(ab.status()).as(ab.toString()).isEqualTo(2);
        assertThat(ab.err()).contains(said).doesNotContain("\tat ");
        assertThat(ab.err().lines().filter(line -> !line.startsWith("Try "))).hasSize(1);
    }

    private Ended ab(String path, String... more) throws IOException, InterruptedException {
        return Jars.run(folder, Jars.BASELINES, arguments(path, more));
    }

    private int blocks() throws IOException {
        Path parts = folder.resolve("run/parts");
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(parts)) {
            return (int)
                    files.filter(file -> file.toString().endsWith(".block")).count();
        }
    }

    private static String[] arguments(String path, String... more) {
        String jar = Jars.BENCHMARKS.toString();
        return Stream.concat(
                        Stream.of(
                                "ab",
                                "--base-jar",
                                jar,
                                "--jar",
                                jar,
                                "--path",
                                path,
                                "--form",
                                "single",
                                "--warmup",
                                "100ms",
                                "--measure",
                                "100ms",
                                "--busy",
                                "100%"),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
