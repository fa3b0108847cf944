package org.evenkeel.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.kernel.Children;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that are killed at random moments lose nothing, leave no process, and come to their end when they are gone on with. */
@Tag("long")
@Tag("commands")
class KillsIT extends RunsOfDeeds {

    /** Of each command; {@code -Devenkeel.kills=13} is as many as the docs quote of seven of them. */
    private static final int KILLS = Integer.getInteger("evenkeel.kills", 4);

    /** About as long as one of them takes. */
    private static final int MOST_MILLIS = 9_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bench   | --profile smoke                                              | 0",
                "check   | --profile smoke --no-leakcheck --store store                 | 3 4",
                "nightly | --profile smoke --no-leakcheck --history history             | 3 4",
                "profile | --profile smoke --forks 2 --event alloc                      | 0",
                "ab      | --warmup 100ms --measure 100ms --busy 100% --record 2 --base-jar JAR | 0 1 4",
            })
    void run_killedAtRandomMoments_isGoneOnWithToItsEnd(String command, String options, String right) throws Exception {
        Random random = new Random(command.hashCode());
        List<String> all =
                new ArrayList<>(List.of(command, "--jar", jar.toString(), "--benchmark", "Deeds", "--out", "run"));
        all.addAll(List.of(options.replace("JAR", jar.toString()).split(" ", -1)));
        for (int kill = 0; kill < KILLS; kill++) {
            kill(runs.start("killed", again(all)), random, kill % 2 == 0);
        }

        Ended ended = runs.ended("last", runs.start("last", again(all)));

        assertThat(Children.endAbandoned()).isZero();
        assertThat(List.of(right.split(" ", -1)))
                .as(ended + " in " + contents())
                .contains(Integer.toString(ended.status()));
        assertThat(ended.err()).doesNotContain("\tat ");
        try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
            assertThat(files.filter(file -> file.toString().contains("/parts/"))
                            .filter(file -> file.toString().endsWith(".json")))
                    .allSatisfy(file -> assertThat(Files.readString(file).strip())
                            .startsWith("[")
                            .endsWith("]"));
        }
    }

    @Test
    void baselineRecord_killedAtRandomMoments_leavesNothingBehindOnceItIsDone() throws Exception {
        assertThat(runs.run(
                                "bench",
                                "bench",
                                "--profile",
                                "smoke",
                                "--jar",
                                jar.toString(),
                                "--benchmark",
                                "Deeds",
                                "--out",
                                "run")
                        .status())
                .isZero();
        List<String> record = List.of("baseline", "record", "mine", "run", "--shared", "--store", "store");
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            kill(runs.start("killed", record), random, false);
        }

        Ended ended = runs.ended("last", runs.start("last", record));

        assertThat(ended.status()).as(ended.toString()).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
            return files.map(folder::relativize).map(Path::toString).toList();
        }
    }

    /** What a run that has begun is told is in its folder. */
    private List<String> again(List<String> all) {
        return Files.exists(folder.resolve("run/plan.txt")) ? List.of(all.get(0), "--resume", "--out", "run") : all;
    }

    private static void kill(Process process, Random random, boolean gently) throws InterruptedException {
        boolean hasEnded = process.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
        List<ProcessHandle> family = process.descendants().toList();
        if (gently && !hasEnded) {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            for (int look = 0; look < 200 && family.stream().anyMatch(ProcessHandle::isAlive); look++) {
                Thread.sleep(50);
            }
            assertThat(family).noneMatch(ProcessHandle::isAlive);
        } else {
            process.destroyForcibly();
            // What was started runs on, and the next run ends it before it measures.
            process.waitFor();
        }
    }
}
