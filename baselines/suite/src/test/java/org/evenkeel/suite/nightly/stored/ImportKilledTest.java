package org.evenkeel.suite.nightly.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.suite.Evenkeel;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are killed at random moments and repeated: {@code -Devenkeel.kills=200} does many. */
class ImportKilledTest {

    private static final int KILLS = Integer.getInteger("evenkeel.kills", 12) / 6;
    private static final int NIGHTS = 600;
    private static final int BENCHMARKS = 10;

    @TempDir
    Path folder;

    @Test
    void import_killedAndRepeated_isInTheOrderOfTime_withNothingLostAndNothingTwice() throws Exception {
        // The newer source is imported first, and every third night is in both.
        List<Path> sources = List.of(
                csv("newer.csv", night -> night % 2 == 1 || night % 3 == 0),
                csv("older.csv", night -> night % 2 == 0 || night % 3 == 0));
        Path whole = folder.resolve("whole");
        for (Path source : sources) {
            assertThat(importing(whole, source).waitFor()).isZero();
        }
        HistoryStore expected = new HistoryStore(whole);
        assertThat(expected.nights()).hasSize(NIGHTS);

        Random random = new Random(109);
        for (int kill = 0; kill < KILLS; kill++) {
            Path place = folder.resolve("killed" + kill);
            for (Path source : sources) {
                long before = bytes(place);
                Process process = importing(place, source);
                while (process.isAlive() && bytes(place) == before) {
                    Thread.onSpinWait();
                }
                // It writes twenty months, one after the other.
                process.waitFor(random.nextInt(40_000), TimeUnit.MICROSECONDS);
                process.destroyForcibly().waitFor();
            }
            for (Path source : sources) {
                assertThat(importing(place, source).waitFor()).isZero();
            }
            agrees(new HistoryStore(place), expected, "kill " + kill);
        }
    }

    private static void agrees(HistoryStore store, HistoryStore expected, String kill) {
        assertThat(store.nights())
                .as(kill)
                .extracting(night -> night.night().epochMillis())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(store.nights())
                .as(kill)
                .extracting(StoredNight::id)
                .isEqualTo(expected.nights().stream().map(StoredNight::id).toList());
        History history = store.history();
        assertThat(history.nights()).as(kill).extracting(Night::run).isSorted().doesNotHaveDuplicates();
        assertThat(history.lives())
                .as(kill)
                .containsExactlyInAnyOrderElementsOf(expected.history().lives());
    }

    private static long bytes(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.toList()) {
                bytes += file.toString().endsWith(".nights") ? Files.size(file) : 0;
            }
        }
        return bytes;
    }

    private Path csv(String name, java.util.function.IntPredicate isIn) throws IOException {
        StringBuilder text = new StringBuilder("run,date_epoch_ms,commit,benchmark,ns_per_op\n");
        for (int night = 0; night < NIGHTS; night++) {
            for (int benchmark = 0; benchmark < BENCHMARKS && isIn.test(night); benchmark++) {
                text.append(night + "," + (1_700_000_000_000L + night * 86_400_000L) + ",c" + night + ",acme.B.b"
                        + benchmark + "," + (100 + night % 7 + benchmark) + "\n");
            }
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Process importing(Path place, Path source) throws IOException {
        return new ProcessBuilder(Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Evenkeel.class.getName(),
                                "history",
                                "import",
                                "--history",
                                place.toString(),
                                source.toString())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
