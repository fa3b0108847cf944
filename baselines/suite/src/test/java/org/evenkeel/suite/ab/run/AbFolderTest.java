package org.evenkeel.suite.ab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.sides.Arm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbFolderTest {

    private static final AbBenchmark BENCHMARK = new AbBenchmark("a.B.c", new TreeMap<>(), "thrpt", 1, "");

    @TempDir
    Path place;

    @Test
    void shape_keptForks_areAsTheyWereKept() {
        AbFolder folder = AbFolder.open(place, false);
        ForkShape needed =
                ForkShape.of(Duration.ofMinutes(2), Duration.ofHours(1)).forThreads(5_000, 1);

        assertThat(folder.shape(BENCHMARK, ForkShape.SHORT)).isEqualTo(ForkShape.SHORT);
        folder.reshape(BENCHMARK, needed);

        assertThat(folder.shape(BENCHMARK, ForkShape.SHORT)).isEqualTo(needed);
        assertThat(needed.warmup()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8",
                "warmup=PT1S iterations=3 each=PT0.1S",
                "warmup=PT. iterations=10 each=PT0.1S",
                "warmup=PT1S iterations=10 each=PT0.1S and more"
            })
    void shape_damagedFile_isNamedWithWhatIsInIt(String text) throws IOException {
        AbFolder folder = AbFolder.open(place, false);
        folder.reshape(BENCHMARK, ForkShape.SHORT);
        try (Stream<Path> files = Files.walk(place)) {
            Files.writeString(
                    files.filter(file -> file.toString().endsWith(".shape"))
                            .findFirst()
                            .orElseThrow(),
                    text);
        }

        assertThatThrownBy(() -> folder.shape(BENCHMARK, ForkShape.SHORT))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(".shape: expected \"warmup=")
                .hasMessageContaining("found \"" + text + "\"");
    }

    @Test
    void blockTime_isThatOfTheLastBlock_onceThereIsOne() throws IOException {
        AbFolder folder = AbFolder.open(place, false);

        assertThat(folder.blockTime(BENCHMARK, ForkShape.SHORT)).isEqualTo(ForkShape.SHORT.blockTime());
        block(folder, 0);

        assertThat(folder.blockTime(BENCHMARK, ForkShape.SHORT)).isEqualTo(Duration.ofMillis(9_876));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[{\"benchmark\": ", "[]", "null", "[{}]x"})
    void blocks_oneWithATornFork_isMeasuredAgain(String torn) throws IOException {
        AbFolder folder = AbFolder.open(place, false);
        Files.writeString(place.resolve("plan.txt"), "");
        block(folder, 0);
        block(folder, 1);
        Files.writeString(folder.fork(BENCHMARK, 1, Arm.CURRENT), torn);

        assertThat(AbFolder.open(place, true).blocks(BENCHMARK)).isOne();
    }

    @Test
    void open_afterARunThatWasKilledBeforeItMeasured_canBeUsedAgain() throws IOException {
        var unused = AbFolder.open(place, false);
        Files.createDirectories(place.resolve("sides"));
        Files.writeString(place.resolve("sides/base.jar"), "of another commit");
        Files.writeString(place.resolve("base-build.log"), "");

        AbFolder again = AbFolder.open(place, false);

        assertThat(again.blocks(BENCHMARK)).isZero();
        assertThat(place.resolve("sides/base.jar")).doesNotExist();
        assertThat(AbFolder.open(place, true).blocks(BENCHMARK)).isZero();
        block(again, 0);
        assertThatThrownBy(() -> AbFolder.open(place, false)).isInstanceOf(BadInputException.class);
    }

    private static void block(AbFolder folder, int block) throws IOException {
        for (Arm arm : Arm.values()) {
            Files.writeString(folder.fork(BENCHMARK, block, arm), "[{}]");
        }
        folder.close(BENCHMARK, block, Arm.BASE, Duration.ofMillis(9_876), 0);
    }
}
