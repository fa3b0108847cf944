package org.evenkeel.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Benchmarks of somebody else that hang, end their JVM, leave processes behind and delete files, in every command that runs them: each
 * is named with a reason, what it started is ended, and the sound one beside it is measured.
 */
@Tag("commands")
class MisbehavingJarIT extends RunsOfDeeds {

    private static final int TIMES_ITS_BUDGET = 2;

    private static final int NO_HISTORY_YET = 3;

    private Path pids = Path.of("");

    @BeforeEach
    void makePids() {
        pids = folder.resolve("pids");
    }

    @Test
    void ab_whatMisbehaves_isNamedAndTheOthersAreMeasured() throws Exception {
        Ended ab = ab("hang,halt,bytes,sound", "30s");

        assertBroken(ab, "hang", "it hung: no end after ", "org.acme.Deeds.hang(");
        assertBroken(ab, "halt", "it ended its JVM, as System.exit or Runtime.halt do");
        assertBroken(ab, "bytes", "failed: java.lang.IllegalStateException: after the bytes");
        assertMeasured("sound");
    }

    @Test
    @Tag("long")
    void ab_whatMisbehavesInOtherWays_isNamedAndTheOthersAreMeasured() throws Exception {
        Ended ab = ab("setup,pipe,child,stop,memory,much,folder,sound", "90s");

        assertBroken(ab, "setup", "it hung: no end after ", "org.acme.Deeds.hang(");
        assertBroken(ab, "pipe", "its JVM has ended, but a process that it started lives on");
        assertBroken(ab, "stop", "its JVM was stopped, as by SIGSTOP");
        assertBroken(ab, "memory", "java.lang.OutOfMemoryError");
        assertBroken(ab, "folder", "it deleted ");
        assertMeasured("sound");
        assertMeasured("much");
        Runs.assertThatAreGone(pids);
    }

    @Test
    void profile_whatHaltsOrPrintsBytes_isNamedAndNotRunAgain() throws Exception {
        Ended halt = profile("halt");

        assertThat(halt.status()).as(halt.toString()).isEqualTo(1);
        assertThat(halt.err()).containsOnlyOnce("it ended its JVM, as System.exit or Runtime.halt do");

        Ended bytes = profile("bytes");

        assertThat(bytes.status()).as(bytes.toString()).isEqualTo(1);
        assertThat(bytes.err()).containsOnlyOnce("failed: java.lang.IllegalStateException: after the bytes");
    }

    @Test
    @Tag("long")
    void profile_whatHangsOrIsHeldOpen_endsInTime() throws Exception {
        Ended hang = profile("hang");

        assertThat(hang.status()).as(hang.toString()).isEqualTo(1);
        assertThat(hang.err()).containsOnlyOnce("it hung: no end after ").contains("org.acme.Deeds.hang(");

        Ended pipe = profile("pipe");

        assertThat(pipe.status()).as(pipe.toString()).isEqualTo(1);
        assertThat(pipe.err()).containsOnlyOnce("a process that it started lives on");
        Runs.assertThatAreGone(pids);

        Ended deleted = profile("folder");

        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(1);
        assertThat(deleted.err()).contains("it deleted ");
    }

    @Test
    void nightly_whatHaltsWithZero_isBrokenAndTheRestIsStoredAndJudged() throws Exception {
        Ended night = measure("nightly", "halt,folder,sound", "--no-leakcheck", "--history", "history");

        assertThat(night.status()).as(night.toString()).isEqualTo(1);
        assertThat(night.out())
                .contains("is broken: it ended its JVM, as System.exit or Runtime.halt do")
                .contains("is broken: it deleted ")
                .contains("The history of this machine: 1 night, ");
        assertMeasured("sound");

        Ended sound = measure("nightly", "sound", "--no-leakcheck", "--history", "history");
        assertThat(sound.status()).as(sound.toString()).isIn(NO_HISTORY_YET, 4);
        assertThat(sound.out()).contains("The history of this machine: 2 nights, ");
    }

    @Test
    @Tag("long")
    void bench_whatMisbehaves_isNamedAndTheOthersAreMeasured() throws Exception {
        Ended bench = measure("bench", "hang,pipe,memory,bytes,sound");

        assertThat(bench.status()).as(bench.toString()).isEqualTo(1);
        assertThat(bench.out())
                .contains("Deeds.deed(deed=hang) thrpt: it hung: no end after ")
                .contains("Deeds.deed(deed=pipe) thrpt: it hung: no end after ")
                .contains("Deeds.deed(deed=bytes) thrpt: failed: java.lang.IllegalStateException: after the bytes")
                .contains("Deeds.deed(deed=memory) thrpt: failed: java.lang.OutOfMemoryError");
        assertMeasured("sound");
        Runs.assertThatAreGone(pids);
    }

    @Test
    @Tag("long")
    void check_whatMisbehaves_isNamedInItsMeasurementAndItsLeakCheck() throws Exception {
        Ended check = measure("check", "halt,child,sound", "--store", "store");

        assertThat(check.status()).as(check.toString()).isEqualTo(1);
        assertThat(check.out())
                .contains("is broken: it ended its JVM, as System.exit or Runtime.halt do")
                .contains("Deeds.deed(deed=halt) could not be checked for leaks: The benchmark broke: it ended its JVM")
                .contains("Deeds.deed(deed=sound): STEADY");
        assertMeasured("sound");
        Runs.assertThatAreGone(pids);
    }

    private Ended ab(String deeds, String budget) throws IOException, InterruptedException {
        Stopwatch watch = Stopwatch.start();
        Ended ab = run(
                Stream.of("ab", "--base-jar", jar.toString(), "--warmup", "100ms", "--measure", "100ms"),
                Stream.of("--busy", "100%", "--record", "1", "--budget", budget, "--out", "ab"),
                deeds);
        // To list benchmarks, to end what hangs and to write the report comes on top.
        assertThat(watch.elapsed())
                .as("a run within twice its budget: " + ab)
                .isLessThan(Grammar.duration("--budget", budget).multipliedBy(TIMES_ITS_BUDGET));
        return ab;
    }

    private Ended profile(String deed) throws IOException, InterruptedException {
        return run(
                Stream.of("profile", "--profile", "smoke", "--forks", "2", "--no-cost"),
                Stream.of("--event", "cpu", "--out", "profile-" + deed),
                deed);
    }

    private Ended measure(String command, String deeds, String... more) throws IOException, InterruptedException {
        return run(
                Stream.of(command, "--profile", "smoke", "--out", command + "-" + deeds.length()),
                Stream.of(more),
                deeds);
    }

    private Ended run(Stream<String> first, Stream<String> then, String deeds)
            throws IOException, InterruptedException {
        List<String> common = List.of(
                "--jar",
                jar.toString(),
                "--benchmark",
                MisbehavingJar.BENCHMARK,
                "--param",
                "deed=" + deeds,
                "--jvm-arg=-Xmx128m",
                "--jvm-arg=-Ddeeds.pids=" + pids,
                "--jvm-arg=-Ddeeds.tmp=" + runs.temporary());
        return runs.run(
                "run",
                Stream.of(first, common.stream(), then).flatMap(words -> words).toArray(String[]::new));
    }

    private static void assertBroken(Ended ab, String deed, String... reasons) {
        assertThat(ab.status()).as(ab.toString()).isEqualTo(1);
        assertThat(ab.err().lines().filter(line -> line.contains("deed=" + deed + ")")))
                .as(ab.toString())
                .anySatisfy(line -> assertThat(line).contains(reasons));
    }

    /** By the files of the one run in this folder that has it. */
    private void assertMeasured(String deed) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file ->
                                    file.endsWith("jmh.json") || file.toString().endsWith("-current.json"))
                            .filter(file -> !file.toString().contains("evidence"))
                            .toList())
                    .anySatisfy(file -> {
                        JsonNode results = new ObjectMapper().readTree(file.toFile());
                        assertThat(results)
                                .anySatisfy(result -> assertThat(
                                                result.at("/params/deed").asText())
                                        .isEqualTo(deed));
                    });
        }
    }
}
