package org.evenkeel.suite.nightly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.evenkeel.suite.nightly.stored.StoredNight;
import org.evenkeel.suite.plan.Measure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights as a cron line runs them, on the built jars, and what nights bring. */
@Tag("commands")
class NightlyIT {

    /** Where beside other work times are not judged. */
    private static final int TOO_BUSY = 4;

    private static final int NO_HISTORY_YET = 3;

    /** A few in each build; {@code -Devenkeel.kills=200} does as many as the docs quote. */
    private static final int KILLS = Integer.getInteger("evenkeel.kills", 2);

    /** A night of which everything is measured takes about so long, the start of its JVM included. */
    private static final int MOST_MILLIS = 1_500;

    @TempDir
    Path folder;

    @Test
    void nightly_killedHalfWayWhileASecondOneComes_goesOnAndIsStoredOnce() throws Exception {
        NightFolder night = new NightFolder(folder, "planted");
        Path part = night.measured("planted", Measure.LATENCY, 1);
        byte[] kept = Files.readAllBytes(part);
        Process first = Jars.start(folder, Jars.BASELINES, night.arguments());
        await(first, night.file("evidence/planted-single-thrpt/jmh.log"));

        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Ended second = Jars.run(
                elsewhere,
                Jars.BASELINES,
                "nightly",
                "--path",
                "planted",
                "--history",
                folder.resolve("history").toString());

        assertThat(second.status()).as(second.toString()).isEqualTo(2);
        assertThat(second.err().lines()).hasSize(1);
        assertThat(second.err()).contains("another nightly is at work").contains("nothing was measured");

        // The JMH that it had started goes on for a while, as after any kill.
        first.toHandle().destroyForcibly();
        first.waitFor();
        assertThat(night.nights()).isEmpty();

        Ended resumed = Jars.run(folder, Jars.BASELINES, night.arguments());

        assertThat(resumed.status()).as(resumed.toString()).isIn(NO_HISTORY_YET, TOO_BUSY);
        assertThat(resumed.err()).contains("[1/1] planted single throughput");
        assertThat(Files.readAllBytes(part)).isEqualTo(kept);
        assertThat(night.nights()).hasSize(1);
    }

    @Test
    void nightly_killedAtRandomMoments_losesNothingAndIsStoredOnce() throws Exception {
        NightFolder night = measured(1);
        night.before("planted", 20, 1);
        List<StoredNight> before = night.nights();
        Random random = new Random(131);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = Jars.start(folder, Jars.BASELINES, night.arguments());
            boolean unused = process.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly();
            process.waitFor();

            assertThat(night.nights()).hasSizeBetween(20, 21).startsWith(before.toArray(StoredNight[]::new));
        }

        Ended ended = Jars.run(folder, Jars.BASELINES, night.arguments());

        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .contains("The history of this machine: 21 nights, ")
                .contains("Nothing got worse.");
        assertThat(night.nights()).hasSize(21).startsWith(before.toArray(StoredNight[]::new));
    }

    @Test
    void nightly_benchmarkThatCrashesItsJvm_isNamedAndTheOthersAreStored() throws Exception {
        NightFolder night = new NightFolder(folder, "planted", "fatal");
        night.measured("planted", Measure.LATENCY, 1);
        night.measured("planted", Measure.THROUGHPUT, 1);

        Ended ended = Jars.run(
                folder,
                Jars.BASELINES,
                night.arguments(
                        "--classpath",
                        Path.of("target/test-classes").toAbsolutePath().toString()));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out())
                .contains("2 findings.")
                .contains("single(path=fatal) sample t=1 is broken: its JVM crashed: SIGSEGV");
        assertThat(night.nights())
                .singleElement()
                .satisfies(stored -> assertThat(stored.results())
                        .isNotEmpty()
                        .allMatch(result ->
                                "planted".equals(result.identity().params().get("path"))));
        assertThat(night.file("report.html")).content().contains("its JVM crashed");
    }

    @Test
    void nightly_historyThatCannotBeWritten_isReportedAndStoredWhenItCan() throws Exception {
        NightFolder night = measured(1);
        Path inTheWay = Files.createDirectories(folder.resolve("history/.lock"));

        Ended without = Jars.run(folder, Jars.BASELINES, night.arguments());

        assertThat(without.status()).as(without.toString()).isEqualTo(2);
        assertThat(without.out())
                .contains("The history holds no night of this machine yet.")
                .contains("the night is not in the history: cannot append")
                .contains("--resume --out night adds");
        assertThat(night.file("report.html")).exists();

        Files.delete(inTheWay);
        Ended ended = Jars.run(folder, Jars.BASELINES, night.arguments());
        assertThat(ended.status()).as(ended.toString()).isEqualTo(NO_HISTORY_YET);
        assertThat(ended.out())
                .contains("The history of this machine: 1 night, ")
                .contains("too few nights to know its noise: 1 of 12");
        assertThat(night.nights()).hasSize(1);
        assertThat(night.file("report.html")).content().contains("no history to judge by yet: 1 of the 12 nights");
        Ended valid = Jars.run(folder, Jars.BASELINES, "nightly", "--validate", "night/batch_metrics");
        assertThat(valid.status()).as(valid.toString()).isZero();
    }

    @Test
    void nightly_secondSlowNightInARow_endsWithOneAndSaysSoOnThePage() throws Exception {
        NightFolder night = measured(1.3);
        night.before("planted", 20, 1);
        night.before("planted", 1, 1.3);

        Ended ended = Jars.run(folder, Jars.BASELINES, night.arguments());

        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out())
                .contains("## Worse")
                .containsPattern("single\\(path=planted\\) sample t=1 score is slower by \\+(29|30)\\.")
                .doesNotContain("Nothing got worse");
        assertThat(night.file("report.html"))
                .content()
                .contains("is slower by +")
                .doesNotContain("there is no baseline");
        assertThat(night.nights()).hasSize(22);
    }

    @Test
    void nightly_withAScenario_keepsItsTimesAndNamesAMissedObjective() throws Exception {
        NightFolder night = measured(1);
        Path scenario = Files.writeString(folder.resolve("short.yaml"), """
                scenario: short
                description: "Two seconds of arrivals, and an objective that nobody meets"
                phases:
                  - {name: arrivals, open: {rate: 50/s, arrivals: constant, callers: 10}, for: 2s}
                objectives:
                  - {metric: rate, target: 1000/s}
                """);
        String[] arguments = night.arguments("--load", scenario.toString());

        Ended ended = Jars.run(folder, Jars.BASELINES, arguments);
        Ended again = Jars.run(folder, Jars.BASELINES, arguments);

        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out()).contains("## Wrong", "load short on planted: ", "rate");
        assertThat(night.file("load/report.html")).exists();
        assertThat(night.nights()).hasSize(2);
        assertThat(again.status()).as(again.toString()).isEqualTo(1);
        assertThat(night.nights()).as("resumed").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--history taken/history | --history taken/history: cannot be written",
                "--history h --load nope | there is no preset and no file \"nope\"; presets are",
                "--history h --resume    | --resume: expected --out with the folder of the interrupted run",
                "--validate nowhere      | --validate nowhere: expected the folder batch_metrics of a run, found nothing",
            })
    void nightly_badInput_isOneClearLineAndStatusTwo(String arguments, String said) throws Exception {
        Files.writeString(folder.resolve("taken"), "a file in the way");

        Ended ended = Jars.run(folder, Jars.BASELINES, ("nightly --path planted " + arguments).split(" +"));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains(said);
    }

    private NightFolder measured(double micros) throws IOException {
        NightFolder night = new NightFolder(folder, "planted");
        night.measured("planted", Measure.LATENCY, micros);
        night.measured("planted", Measure.THROUGHPUT, micros);
        return night;
    }

    private static void await(Process process, Path file) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!Files.exists(file) && process.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(file).exists();
    }
}
