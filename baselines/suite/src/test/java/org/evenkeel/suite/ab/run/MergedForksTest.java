package org.evenkeel.suite.ab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedForksTest {

    @TempDir
    Path folder;

    private Path fork(String name, String iterations, double bytes) throws IOException {
        return Files.writeString(folder.resolve(name), """
                [{"jmhVersion": "1.37", "benchmark": "a.B.c", "mode": "thrpt", "threads": 1, "forks": 1,
                  "primaryMetric": {"score": 1, "scoreError": 2, "scoreConfidence": [1, 2],
                    "scorePercentiles": {"50.0": 1}, "scoreUnit": "ops/us", "rawData": [[%s]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 1, "scoreError": "NaN", "scoreConfidence": [],
                    "scorePercentiles": {}, "scoreUnit": "B/op", "rawData": [[%s]]}}}]
                """.formatted(iterations, bytes));
    }

    @Test
    void write_twoForks_isReadAsOneResultOfTwoForks() throws IOException {
        MergedForks.write(
                folder.resolve("jmh.json"), List.of(List.of(fork("1", "1.0, 3.0", 24), fork("2", "5.0, 7.0", 32))));

        Session session = SessionFiles.read(folder.resolve("jmh.json")).get(0);

        assertThat(session.series().values()).anySatisfy(score -> {
            assertThat(score.metric().name()).isEqualTo("score");
            assertThat(score.forks()).hasSize(2).doesNotContain(Double.NaN);
        });
        assertThat(session.series().values()).anySatisfy(bytes -> {
            assertThat(bytes.metric().name()).isEqualTo("gc.alloc.rate.norm");
            assertThat(bytes.forks()).containsExactly(24, 32);
        });
        assertThat(Files.readString(folder.resolve("jmh.json"))).contains("\"score\" : 4.0");
    }

    @Test
    void write_fileThatIsNoFork_isOneClearLine() throws IOException {
        Path torn = Files.writeString(folder.resolve("torn"), "[{");

        assertThatThrownBy(() -> MergedForks.write(folder.resolve("jmh.json"), List.of(List.of(torn))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("torn")
                .hasMessageNotContaining("\n");
    }
}
