package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.suite.plan.AbBenchmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnModesTest {

    @TempDir
    Path folder;

    @Test
    void inTurn_averageTimeWhereThroughputIsNotAskedFor() {
        assertThat(OwnModes.inTurn(List.of("avgt"))).isEqualTo("avgt");
        assertThat(OwnModes.inTurn(List.of("avgt", "sample"))).isEqualTo("avgt");
        assertThat(OwnModes.inTurn(List.of("avgt", "thrpt"))).isEqualTo("thrpt");
        assertThat(OwnModes.inTurn(List.of("sample"))).isEqualTo("thrpt");
        assertThat(OwnModes.inTurn(List.of("ss"))).isEqualTo("thrpt");
        assertThat(OwnModes.inTurn(List.of())).isEqualTo("thrpt");
    }

    @Test
    void inOtherModes_isOneLine_andSilentWhereEachHasItsOwn() throws IOException {
        List<Path> classPath = List.of(list(
                "sampled SampleTime",
                "shots SingleShotTime",
                "both Throughput",
                "both AverageTime",
                "plain Throughput",
                "time AverageTime"));

        assertThat(OwnModes.inOtherModes(
                        classPath, List.of(of("plain", "thrpt"), of("time", "avgt"), of("untold", "thrpt"))))
                .isEmpty();
        assertThat(OwnModes.inOtherModes(classPath, List.of(of("sampled", "thrpt"), of("both", "thrpt"))))
                .contains("In turn there are thrpt and avgt: B.sampled asks for sample and is measured as thrpt;"
                        + " B.both asks for avgt, thrpt and is measured as thrpt");
    }

    private static AbBenchmark of(String method, String mode) {
        return new AbBenchmark("a.B." + method, new TreeMap<>(), mode, 1, "");
    }

    /** The list that JMH's annotation processor leaves, as far as it is read. */
    private Path list(String... benchmarks) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String one : benchmarks) {
            String[] words = one.split(" ", -1);
            text.append("JMH S 3 a.B S 9 generated S ")
                    .append(words[0].length())
                    .append(' ')
                    .append(words[0])
                    .append(" S ")
                    .append(words[1].length())
                    .append(' ')
                    .append(words[1])
                    .append(" A 1 1 1 E\n");
        }
        Path file = folder.resolve("META-INF/BenchmarkList");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        return folder;
    }
}
